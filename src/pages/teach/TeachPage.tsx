/** Teaching a meme: the picture, the camera beside it, and three seconds of a face. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { noticeOf } from '../../popup/notices.ts';
import { Icon } from '../../ui/Icon.tsx';
import { usePicture } from '../../ui/use-picture.ts';
import { Camera } from './Camera.tsx';
import { Controls } from './Controls.tsx';
import type { Model } from './model.ts';
import { Problem } from './Problem.tsx';

export function TeachPage({ model }: { model: Model }): JSX.Element {
  const { meme, taught } = model.pupil;
  const notice = noticeOf(model.state.value);
  useEffect(() => () => model.close(), [model]);
  return (
    <main class="teach">
      <header>
        <h1>Make the face this should answer to.</h1>
        <p class="lead">
          Hold it for three seconds. From then on, whenever you pull that face, Gurn brings this picture.
          {taught && ' It was taught a face before: the new one takes its place.'}
        </p>
      </header>
      <div class="pair">
        <figure>
          <Picture model={model} />
          <figcaption title={meme.name}>{meme.name}</figcaption>
        </figure>
        {notice ? <Problem notice={notice} model={model} /> : <Camera model={model} />}
      </div>
      <Controls model={model} watching={notice === undefined} />
    </main>
  );
}

function Picture({ model }: { model: Model }): JSX.Element {
  const { meme } = model.pupil;
  const picture = usePicture(model.ports.pictures, meme.id);
  return (
    <div class="frame">
      {picture === 'gone' && <Icon name="alert" />}
      {picture !== 'gone' && picture !== 'loading' && <img src={picture.url} alt={meme.name} />}
    </div>
  );
}
