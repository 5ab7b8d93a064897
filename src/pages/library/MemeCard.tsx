import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Face, Meme } from '../../library/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { usePicture } from '../../ui/use-picture.ts';
import { bytesInWords, count } from '../../ui/words.ts';
import { useModel } from './model.ts';

/** `near`: close enough to the visible part of the page that its picture is worth reading. */
export function MemeCard({ meme, near }: { meme: Meme; near: boolean }): JSX.Element {
  const { removal } = useModel();
  return (
    <li class="meme">
      <div class="frame">{near && <Picture meme={meme.id} />}</div>
      <p class="name" title={`${meme.name}\n${meme.source}`}>
        {meme.name}
      </p>
      <p class="small quiet">
        {near && <FaceCount meme={meme} />} · {bytesInWords(meme.size)}
      </p>
      <button
        type="button"
        class="button round"
        aria-label={`Delete ${meme.name}`}
        title="Delete"
        onClick={() => removal.remove(meme)}
      >
        <Icon name="bin" />
      </button>
    </li>
  );
}

function Picture({ meme }: { meme: string }): JSX.Element | null {
  const { pictures } = useModel();
  const picture = usePicture(pictures, meme);
  if (picture === 'loading') return null;
  return picture === 'gone' ? <Icon name="alert" /> : <img src={picture.url} alt="" decoding="async" />;
}

function facesInWords(faces: readonly Face[]): string {
  if (faces.some(({ origin }) => origin === 'placed')) return 'sticker';
  if (faces.some(({ origin }) => origin === 'taught')) return 'taught a face';
  return faces.length > 0 ? count(faces.length, 'face') : 'no face found';
}

function FaceCount({ meme }: { meme: Meme }): JSX.Element {
  const { ports } = useModel();
  const [words, setWords] = useState('…');
  const [bare, setBare] = useState(false);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const faces = await ports.library.faces.ofMeme(meme.id);
      setWords(facesInWords(faces));
      setBare(faces.length === 0);
    };
    const show = (): void => {
      read().catch((error: unknown) => {
        console.error('Gurn: the faces of a meme could not be read', error);
        setWords('faces unknown');
      });
    };
    show();
    return ports.library.changes.subscribe(({ type, ids }) => {
      if (type === 'faces' && ids.includes(meme.id)) show();
    });
  }, [ports, meme.id]);
  return (
    <>
      {words}
      {bare && (
        <>
          {' · '}
          <a
            href={`../teach/index.html?meme=${meme.id}`}
            target="_blank"
            aria-label={`Teach ${meme.name} a face`}
            rel="noopener"
          >
            Teach
          </a>
        </>
      )}
    </>
  );
}
