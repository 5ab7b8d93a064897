/** Teaching a meme: the picture, the camera beside it, and three seconds of a face. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Face, Meme } from '../../library/index.ts';
import { noticeOf } from '../../popup/notices.ts';
import { Icon } from '../../ui/Icon.tsx';
import { usePicture } from '../../ui/use-picture.ts';
import { Camera } from './Camera.tsx';
import { Controls } from './Controls.tsx';
import { DrawBox } from './DrawBox.tsx';
import { DrawingControls, HowToDraw } from './Drawing.tsx';
import { GivenFaces } from './GivenFaces.tsx';
import type { Model } from './model.ts';
import { Problem } from './Problem.tsx';

export function TeachPage({ model }: { model: Model }): JSX.Element {
  const { meme, given, drawer, isDrawing } = model;
  const taught = given.faces.value.some(({ origin }) => origin === 'taught');
  const learned = model.lesson.value.step === 'learned';
  const notice = noticeOf(model.state.value);
  useEffect(() => () => model.close(), [model]);
  return (
    <main class="teach">
      <header>
        <h1>{isDrawing.value ? 'Show where the face is.' : 'Make the face this should answer to.'}</h1>
        <p class="lead">
          {isDrawing.value
            ? 'Gurn reads the expression in your box and finds this picture by it.'
            : 'Hold it for three seconds. From then on, whenever you pull that face, Gurn brings this picture.'}
          {taught && !learned && !isDrawing.value && ' It was taught a face before: the new one takes its place.'}
        </p>
      </header>
      <div class="pair">
        <figure>
          <Picture model={model} />
          <figcaption title={meme.name}>{meme.name}</figcaption>
        </figure>
        {isDrawing.value ? (
          <HowToDraw />
        ) : notice ? (
          <Problem notice={notice} model={model} />
        ) : (
          <Camera model={model} />
        )}
      </div>
      {isDrawing.value ? (
        <DrawingControls drawer={drawer} />
      ) : (
        <Controls model={model} watching={notice === undefined} />
      )}
      {!isDrawing.value && <ByHand model={model} />}
      <GivenFaces given={given} />
    </main>
  );
}

function Picture({ model }: { model: Model }): JSX.Element {
  const { meme, drawer, given } = model;
  const { value: drawing } = drawer.drawing;
  const drawn = given.faces.value.filter(({ origin }) => origin === 'drawn');
  const picture = usePicture(model.ports.pictures, meme.id, meme.animated && drawing.step !== 'none' ? 0 : undefined);
  return (
    <div class="frame">
      {picture === 'gone' && <Icon name="alert" />}
      {picture !== 'gone' && picture !== 'loading' && (
        <img src={picture.url} onError={picture.onError} alt={meme.name} />
      )}
      {drawing.step !== 'none' ? <DrawBox drawer={drawer} box={drawing.box} /> : <Boxes meme={meme} faces={drawn} />}
    </div>
  );
}

/** The boxes that were drawn before. */
function Boxes({ meme: { width, height }, faces }: { meme: Meme; faces: readonly Face[] }): JSX.Element {
  return (
    <svg class="boxes" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {faces.map(
        ({ key, box }) => box && <rect key={key} class="line" x={box[0]} y={box[1]} width={box[2]} height={box[3]} />,
      )}
    </svg>
  );
}

/** The other way to give a picture a face: to show where it has one. */
function ByHand({ model }: { model: Model }): JSX.Element {
  const { drawer, lesson } = model;
  const { value: drawing } = drawer.drawing;
  const busy = lesson.value.step === 'counting' || lesson.value.step === 'holding';
  return (
    <section class="by-hand" aria-label="Draw a box">
      <p role="status">
        {drawing.step === 'none' && drawing.said ? drawing.said : 'Is there a face in it that Gurn missed?'}
      </p>
      <button type="button" class="button small" disabled={busy} onClick={drawer.begin}>
        Draw a box around a face
      </button>
    </section>
  );
}
