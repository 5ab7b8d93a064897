/** The camera's picture with the face's outline, and what the face says; while the models load, how far they are. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/Icon.tsx';
import { onPreview } from '../ui/preview.ts';
import { stepInWords } from '../ui/words.ts';
import { HINTS } from './hints.ts';
import { useModel } from './model.ts';
import { Progress } from './Progress.tsx';
import { createPainter } from './painter.ts';

/** `hidden`: listens for the first frame only. */
export function Stage({ hidden }: { hidden: boolean }): JSX.Element {
  const model = useModel();
  const { live, mirrored } = model;
  const main = useRef<HTMLCanvasElement>(null);
  const inset = useRef<HTMLCanvasElement>(null);
  const frozen = live.frozen.value;
  const hint = live.hint.value;
  const { value: state } = live.state;

  useEffect(() => {
    if (!main.current || !inset.current) return;
    const painter = createPainter(main.current, inset.current, live);
    const stop = onPreview((bitmap) => {
      live.filmed.value = true;
      painter(bitmap);
    });
    return () => {
      stop();
      live.filmed.value = false;
    };
  }, [live]);

  return (
    <section class="stage" aria-label="Camera" hidden={hidden}>
      <canvas ref={main} class={mirrored.value ? 'mirrored' : ''} />
      <canvas ref={inset} class={`inset ${mirrored.value ? 'mirrored' : ''}`} hidden={!frozen} />
      {state.phase === 'loading' && <Loading step={state.step} progress={state.progress} />}
      {state.phase === 'watching' && live.result.value === null && <p class="chip top">Starting the camera…</p>}
      {hint !== 'none' && !frozen && <p class="chip top">{HINTS[hint]}</p>}
      {live.look.value && <p class="chip look">{live.look.value}</p>}
      {state.phase === 'watching' && <Freeze />}
    </section>
  );
}

/** The camera's light is on already, so its picture is shown; the matches take a moment more. */
function Loading({ step, progress }: { step: string; progress: number }): JSX.Element {
  const words = stepInWords(step);
  return (
    <div class="getting-ready">
      <p class="chip top">{words}</p>
      <Progress value={progress} words={words} />
    </div>
  );
}

function Freeze(): JSX.Element {
  const model = useModel();
  const frozen = model.live.frozen.value;
  return (
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
  );
}
