/** The camera's picture with the face's outline, and over it the count and the ring of the lesson. */
import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { HINTS } from '../../popup/hints.ts';
import { FLOWING } from '../../popup/hold.ts';
import { createPainter } from '../../popup/painter.ts';
import { onPreview } from '../../ui/preview.ts';
import type { Lesson } from './lesson.ts';
import type { Model } from './model.ts';

/** Nothing freezes here. */
const FLOW = { hold: signal(FLOWING), frozen: signal(false), caught: signal(0) };

export function Camera({ model }: { model: Model }): JSX.Element {
  const { result, hint, lesson, ports } = model;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return;
    return onPreview(createPainter(canvas.current, canvas.current, { result, ...FLOW }));
  }, [result]);
  const words = result.value === null ? 'Starting the camera…' : HINTS[hint.value];
  return (
    <section class="camera" aria-label="Camera">
      <canvas ref={canvas} class={ports.mirrored ? 'mirrored' : ''} />
      {words && <p class="words">{words}</p>}
      <Overlay lesson={lesson.value} />
    </section>
  );
}

function Overlay({ lesson }: { lesson: Lesson }): JSX.Element | null {
  if (lesson.step === 'counting') {
    return (
      <p key={lesson.left} class="count" aria-hidden="true">
        {lesson.left}
      </p>
    );
  }
  if (lesson.step !== 'holding') return null;
  return (
    <svg class="ring" viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="46" />
      <circle class="filling" cx="50" cy="50" r="46" pathLength={1} />
    </svg>
  );
}
