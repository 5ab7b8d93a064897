import type { JSX } from 'preact';
import type { Work } from './packing.ts';

const WORDS: Readonly<Record<Work['doing'], string>> = {
  write: 'Writing the pack',
  check: 'Checking the pack',
  store: 'Adding to your library',
};

export function WorkCard({ work: { doing, done, of }, cancel }: { work: Work; cancel: () => void }): JSX.Element {
  const whole = of === 0 ? 0 : Math.round((100 * done) / of);
  return (
    <section class="way" aria-label={WORDS[doing]}>
      <div class="work-head">
        <h2>{WORDS[doing]}</h2>
        <p class="quiet" role="status">
          {of > 0 && `${done.toLocaleString('en')} of ${of.toLocaleString('en')}`}
        </p>
        <button type="button" class="button small" onClick={cancel}>
          Cancel
        </button>
      </div>
      <div
        class="bar"
        role="progressbar"
        aria-label={WORDS[doing]}
        aria-valuenow={whole}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ width: `${whole}%` }} />
      </div>
    </section>
  );
}
