/** The camera's picture with the face's outline, and what the face says. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/Icon.tsx';
import { onPreview } from '../ui/preview.ts';
import { HINTS } from './hints.ts';
import { useModel } from './model.ts';
import { createPainter } from './painter.ts';

export function Stage(): JSX.Element {
  const model = useModel();
  const { live, mirrored } = model;
  const main = useRef<HTMLCanvasElement>(null);
  const inset = useRef<HTMLCanvasElement>(null);
  const frozen = live.frozen.value;
  const hint = live.hint.value;

  useEffect(() => {
    if (!main.current || !inset.current) return;
    const painter = createPainter(main.current, inset.current, live);
    return onPreview(painter);
  }, [live]);

  return (
    <section class="stage" aria-label="Camera">
      <canvas ref={main} class={mirrored.value ? 'mirrored' : ''} />
      <canvas ref={inset} class={`inset ${mirrored.value ? 'mirrored' : ''}`} hidden={!frozen} />
      {live.result.value === null && <p class="chip top">Starting the camera…</p>}
      {hint !== 'none' && !frozen && <p class="chip top">{HINTS[hint]}</p>}
      {live.look.value && <p class="chip look">{live.look.value}</p>}
      <button
        type="button"
        class="chip freeze"
        aria-pressed={frozen}
        aria-keyshortcuts="Space"
        title={frozen ? 'Let go (Space)' : 'Freeze (Space)'}
        onClick={() => model.toggleFreeze()}
      >
        <Icon name={frozen ? 'play' : 'pause'} />
        {frozen ? 'Frozen' : <span class="unseen">Freeze</span>}
      </button>
    </section>
  );
}
