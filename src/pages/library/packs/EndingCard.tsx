/** What became of a pack. */
import type { JSX } from 'preact';
import { Mug } from '../../../ui/Mug.tsx';
import { bytesInWords, count } from '../../../ui/words.ts';
import { Names } from './Names.tsx';
import type { Ending } from './packing.ts';

type Of<E extends Ending['end']> = Extract<Ending, { end: E }>;

export function EndingCard({ ending }: { ending: Ending }): JSX.Element {
  return (
    <section class="way ending" role={ending.end === 'failed' ? 'alert' : 'status'}>
      <Mug mood={ending.end === 'failed' ? 'dizzy' : 'cheeky'} size={56} />
      <div>{bodyOf(ending)}</div>
    </section>
  );
}

function bodyOf(ending: Ending): JSX.Element {
  switch (ending.end) {
    case 'exported':
      return <Exported {...ending} />;
    case 'imported':
      return <Imported {...ending} />;
    case 'cancelled':
      return <h2>{ending.doing === 'export' ? 'No pack was made.' : 'Cancelled. Your library is as it was.'}</h2>;
    case 'failed':
      return <Failed {...ending} />;
  }
}

function Exported({ file, written: { memes, faces, bytes, leftOut } }: Of<'exported'>): JSX.Element {
  return (
    <>
      <h2>{file} is ready</h2>
      <p>
        {count(memes, 'meme')} with {count(faces, 'face')}, {bytesInWords(bytes)}.
      </p>
      <Names
        label={`${count(leftOut.length, 'meme')} left out`}
        names={leftOut.map(({ name, why }) => `${name}: ${why}`)}
      />
    </>
  );
}

function Imported({ file, imported: { outcomes, waiting } }: Of<'imported'>): JSX.Element {
  const { added, merged, same, dismissed } = outcomes;
  const names = (memes: readonly { readonly name: string }[]) => memes.map(({ name }) => name);
  return (
    <>
      <h2>{added.length > 0 ? `${count(added.length, 'meme')} added` : 'Nothing new was added'}</h2>
      <p class="quiet">From {file}.</p>
      {waiting > 0 && (
        <p>
          Gurn now looks for the faces of {count(waiting, 'meme')} again, in the background: another version of Gurn had
          found them.
        </p>
      )}
      <Names label={`${count(added.length, 'meme')} added`} names={names(added)} />
      <Names label={`${count(merged.length, 'meme')} you had, with new tags or faces now`} names={names(merged)} />
      <Names label={`${count(same.length, 'meme')} you had already, nothing new`} names={names(same)} />
      <Names
        label={`${count(dismissed.length, 'sticker')} left out, since you deleted them`}
        names={names(dismissed)}
      />
    </>
  );
}

function Failed({ doing, message }: Of<'failed'>): JSX.Element {
  return (
    <>
      <h2>{doing === 'export' ? 'No pack was made' : 'This pack was not opened'}</h2>
      <p>{message}</p>
      {doing === 'import' && <p class="quiet">Nothing of it was added; your library is as it was.</p>}
    </>
  );
}
