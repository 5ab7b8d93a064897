/** What the lesson says, and the buttons. Enter starts it, wherever the focus is. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../ui/Icon.tsx';
import type { Lesson } from './lesson.ts';
import type { Model } from './model.ts';

function wordsOf(lesson: Lesson, watching: boolean): string {
  switch (lesson.step) {
    case 'ready':
      return watching ? 'Press Enter, and you have three seconds to get ready.' : '';
    case 'counting':
      return `Get ready: ${lesson.left}`;
    case 'holding':
      return 'Hold it…';
    case 'learned':
      return 'Learned. Pull that face and it will come.';
    case 'failed':
      return lesson.message;
  }
}

export function Controls({ model, watching }: { model: Model; watching: boolean }): JSX.Element {
  const lesson = model.lesson.value;
  const main = useRef<HTMLButtonElement>(null);
  const busy = lesson.step === 'counting' || lesson.step === 'holding';
  const learned = lesson.step === 'learned';

  // Before the browser paints: whoever sees the button enabled may press Enter.
  useLayoutEffect(() => {
    if (watching && document.activeElement === document.body) main.current?.focus();
  }, [watching]);
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const elsewhere = event.target instanceof Element && event.target.closest('button, a');
      if (event.key !== 'Enter' || event.repeat || elsewhere || !watching || learned) return;
      void model.start();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [model, watching, learned]);

  return (
    <div class="controls">
      <p role="status" class={`says ${lesson.step}`}>
        {learned && <Icon name="check" />}
        {lesson.step === 'failed' && <Icon name="alert" />}
        {wordsOf(lesson, watching)}
      </p>
      <div class="actions">
        <button
          ref={main}
          type="button"
          class="button primary"
          disabled={!watching && !learned}
          // Not `disabled`: the button keeps the focus while the lesson runs.
          aria-disabled={busy}
          onClick={() => (learned ? model.ports.close() : void model.start())}
        >
          {learned ? 'Done' : lesson.step === 'failed' ? 'Try again' : 'Start'}
        </button>
        {learned && (
          <button type="button" class="button" disabled={!watching} onClick={() => void model.start()}>
            <Icon name="again" />
            Again
          </button>
        )}
      </div>
    </div>
  );
}
