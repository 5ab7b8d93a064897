/** How to draw a box around a face, and the buttons to save it or give it up. */
import type { JSX } from 'preact';
import { Icon } from '../../ui/Icon.tsx';
import type { Drawer } from './drawing.ts';

export function HowToDraw(): JSX.Element {
  return (
    <section class="how" aria-labelledby="how">
      <h2 id="how">How to draw the box</h2>
      <p>Draw a box around it, from the eyebrows to the chin.</p>
      <ul>
        <li>Drag over the picture to draw a box; drag a corner to resize it, or its middle to move it.</li>
        <li>
          <kbd>←</kbd> <kbd>↑</kbd> <kbd>→</kbd> <kbd>↓</kbd> move it, with <kbd>Shift</kbd> they resize it.
        </li>
      </ul>
    </section>
  );
}

export function DrawingControls({ drawer }: { drawer: Drawer }): JSX.Element {
  const { value: drawing } = drawer.drawing;
  const saving = drawing.step === 'saving';
  const trouble = drawing.step === 'drawing' ? drawing.trouble : undefined;
  return (
    <div class="controls">
      <p role="status" class={`says ${trouble ? 'failed' : 'ready'}`}>
        {trouble && <Icon name="alert" />}
        {trouble ?? (saving ? 'Reading the face…' : '')}
      </p>
      <div class="actions">
        <button type="button" class="button primary" aria-disabled={saving} onClick={() => void drawer.save()}>
          Save the box
        </button>
        <button type="button" class="button" disabled={saving} onClick={drawer.cancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}
