/** Saving what can be read: first it is looked for, then what was found is offered. */
import type { JSX } from 'preact';
import type { Found } from '../../library/rescue.ts';
import { Icon } from '../../ui/Icon.tsx';
import { count } from '../../ui/words.ts';
import type { Recovery, Saving } from './recovery.ts';

export function SaveCard({ recovery }: { recovery: Recovery }): JSX.Element {
  return (
    <section class="card" aria-labelledby="save">
      <h2 id="save">Save what can be read</h2>
      <Step recovery={recovery} saving={recovery.saving.value} />
    </section>
  );
}

function Step({ recovery, saving }: { recovery: Recovery; saving: Saving }): JSX.Element {
  switch (saving.step) {
    case 'none':
      return (
        <>
          <p class="quiet">
            Gurn reads your memes one by one, leaves out what is damaged, and puts the others into a file that any Gurn
            can bring in again. Your library is not changed.
          </p>
          <Look recovery={recovery} label="See what can be saved" />
        </>
      );
    case 'looking':
      return <Progress label="Reading your memes" {...saving} />;
    case 'writing':
      return <Progress label="Writing the file" {...saving} />;
    case 'found':
      return <Offer recovery={recovery} found={saving.found} saved={saving.saved} />;
    case 'nothing':
      return (
        <>
          <p role="status">No picture in it can be read.</p>
          <Look recovery={recovery} label="Look again" />
        </>
      );
    case 'failed':
      return (
        <>
          <p role="alert" class="bad">
            {saving.message}
          </p>
          <Look recovery={recovery} label="Try again" />
        </>
      );
  }
}

function Look({ recovery, label }: { recovery: Recovery; label: string }): JSX.Element {
  return (
    <div class="actions">
      <button type="button" class="button" onClick={() => void recovery.look()}>
        {label}
      </button>
    </div>
  );
}

function Progress({ label, done, of }: { label: string; done: number; of: number }): JSX.Element {
  const whole = of === 0 ? 0 : Math.round((100 * done) / of);
  return (
    <>
      <p role="status">
        {label}
        {of > 0 && `: ${done.toLocaleString('en')} of ${of.toLocaleString('en')}`}
      </p>
      <div
        class="bar"
        role="progressbar"
        aria-label={label}
        aria-valuenow={whole}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ width: `${whole}%` }} />
      </div>
    </>
  );
}

interface Offered {
  readonly recovery: Recovery;
  readonly found: Found;
  readonly saved: readonly string[];
}

function Offer({ recovery, found: { whole, loose, lost, lostFaces }, saved }: Offered): JSX.Element {
  return (
    <>
      <div role="status">
        <ul>
          {whole.length > 0 && (
            <li>
              {count(whole.length, 'meme')} can be saved with{' '}
              {whole.length === 1 ? 'its name, tags' : 'their names, tags'} and faces.
            </li>
          )}
          {loose.length > 0 && (
            <li>Of {count(loose.length, 'more meme', 'more memes')} only the picture can be read.</li>
          )}
          {lost > 0 && <li>{count(lost, 'picture')} cannot be read any more.</li>}
          {lostFaces > 0 && <li>{count(lostFaces, 'face')} cannot be read; Gurn can look for them again.</li>}
        </ul>
      </div>
      <div class="actions">
        {whole.length > 0 && (
          <button type="button" class="button" onClick={() => void recovery.save('pack')}>
            <Icon name="save" />
            Save {count(whole.length, 'meme')} as a pack
          </button>
        )}
        {loose.length > 0 && (
          <button type="button" class="button" onClick={() => void recovery.save('pictures')}>
            <Icon name="save" />
            Save {count(loose.length, 'picture')} as a zip
          </button>
        )}
      </div>
      {saved.length > 0 && <p role="status">Saved: {saved.join(', ')}</p>}
    </>
  );
}
