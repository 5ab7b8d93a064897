import type { JSX } from 'preact';
import { Mug } from '../../ui/Mug.tsx';
import { AfreshCard } from './AfreshCard.tsx';
import type { Recovery } from './recovery.ts';
import { SaveCard } from './SaveCard.tsx';

export function RecoveryPage({ recovery }: { recovery: Recovery }): JSX.Element {
  const { value: afresh } = recovery.afresh;
  if (afresh.step === 'done') return <Begun recovery={recovery} />;
  return (
    <main class="recovery">
      <What recovery={recovery} />
      {recovery.checked.value.state !== 'checking' && (
        <>
          <SaveCard recovery={recovery} />
          <Last recovery={recovery} />
        </>
      )}
    </main>
  );
}

/** What is wrong, and the first thing to try. */
function What({ recovery }: { recovery: Recovery }): JSX.Element {
  const { value: checked } = recovery.checked;
  if (checked.state === 'checking') {
    return (
      <section class="notice" aria-busy="true">
        <Mug mood="waking" />
        <h1>Looking at your library…</h1>
      </section>
    );
  }
  const illness = checked.state === 'ill' ? checked : undefined;
  const { mood, title, words, steps } = illness?.diagnosis ?? recovery.well;
  return (
    <section class="notice" role={illness ? 'alert' : 'status'}>
      <Mug mood={mood} />
      <h1>{title}</h1>
      <p>{words}</p>
      {steps.length > 0 && (
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      <div class="actions">
        <button
          type="button"
          class="button primary"
          onClick={() => (illness ? void recovery.check() : recovery.openLibrary())}
        >
          {illness ? 'Try again' : 'See your memes'}
        </button>
      </div>
      {illness && (
        <details>
          <summary>What the browser said</summary>
          <p>{illness.said}</p>
        </details>
      )}
    </section>
  );
}

/** Deleting everything: never the first thing offered, and put away where it is no cure. */
function Last({ recovery }: { recovery: Recovery }): JSX.Element {
  const { value: checked } = recovery.checked;
  const isSafe = checked.state !== 'ill' || checked.diagnosis.safe;
  if (!isSafe || recovery.afresh.value.step !== 'none') return <AfreshCard recovery={recovery} />;
  return (
    <details class="last">
      <summary>None of this helps</summary>
      <AfreshCard recovery={recovery} />
    </details>
  );
}

function Begun({ recovery }: { recovery: Recovery }): JSX.Element {
  return (
    <main class="recovery">
      <section class="notice" role="status">
        <Mug mood="hungry" />
        <h1>A fresh library is ready</h1>
        <p>The old one is deleted. If you saved a pack of it, bring that in under “Packs”.</p>
        <div class="actions">
          <button type="button" class="button primary" onClick={() => recovery.openLibrary()}>
            Open your library
          </button>
        </div>
      </section>
    </main>
  );
}
