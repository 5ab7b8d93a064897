/** The offscreen document: the camera as long as a view is open, the engine a while longer, and what needs indexing. */
import { type Embedding, EngineError, type Look } from '../engine/index.ts';
import { type Handlers, RequestError, serve } from '../messages/index.ts';
import { embedDrawn } from './draw-job.ts';
import { answersForCamera, indexes } from './duty.ts';
import { eyes, forgetEyes, library } from './eyes.ts';
import { createFacesSeen } from './faces-seen.ts';
import { createImportJob } from './import/index.ts';
import { indexFromInbox } from './index-job.ts';
import { mark } from './mark.ts';
import { openPreview } from './preview-line.ts';
import { createRest } from './rest.ts';
import { resultOf } from './result.ts';
import { followUnsearched } from './search-again.ts';
import { createSeek } from './seek.ts';
import { type Eyes, watch } from './session.ts';
import { stateOf } from './states.ts';
import { teachFromCamera } from './teach-job.ts';
import { createTeaching } from './teaching.ts';
import type { Watch } from './viewer.ts';
import { openViews, type ViewListener } from './views.ts';

mark('loaded');
const preview = openPreview();
const rest = createRest(() => window.close());
const teaching = createTeaching();
const faces = createFacesSeen();

let wanted: Watch | undefined;
let session: AbortController | undefined;

/** What is being loaded is told while somebody waits for it: it must not hide why there is no camera, or a picture. */
const openEyes = () =>
  eyes((step, progress) => {
    if (session && views.state()?.phase !== 'watching')
      views.tell({ type: 'state', state: { phase: 'loading', step, progress } });
  });

/** What a person picks matters less than that the pick goes on: a failure is told, and nothing is learned. */
async function learn(meme: string, embedding: Embedding): Promise<void> {
  try {
    const { engine } = await openEyes();
    await (await library()).picks.add({ meme, embedding: embedding.slice(), model: engine.model, at: Date.now() });
  } catch (error) {
    console.error('Gurn: a pick could not be remembered', error);
  }
}

const seek = createSeek({ library, open: openEyes, onChange: () => views.refind() });

/** The camera of the settings, which is the one that a view asks for. It opens while the view is still being made. */
async function anticipate(): Promise<void> {
  const { settings } = await library();
  const camera = await settings.get('camera');
  if (!wanted && views.anybody()) listener.onWatch({ top: 0, camera });
}

const listener: ViewListener = {
  onView() {
    mark('asked');
    if (!wanted)
      anticipate().catch((error: unknown) => console.warn('Gurn: the camera could not be opened early', error));
  },
  onWatch(watching) {
    const sameCamera = wanted?.camera === watching.camera;
    wanted = watching;
    if (!session || !sameCamera) begin();
  },
  onRetry: begin,
  onPicked: (meme, face) => void learn(meme, face),
  onNobody() {
    session?.abort();
    session = undefined;
    wanted = undefined;
  },
};
const views = openViews(listener, { faces, seek });

function begin(): void {
  if (!wanted) return;
  session?.abort();
  const mine = new AbortController();
  session = mine;
  const mayRest = rest.keepAwake();
  const tell: typeof views.tell = (event) => {
    if (session === mine) views.tell(event);
  };
  // Frames are counted anew.
  faces.clear();
  const see = (frame: number, look: Look, open: Eyes): void => {
    if (session !== mine) return;
    if (look.embedding) faces.saw(frame, look.embedding);
    views.show((wish) => resultOf(frame, look, open, wish));
  };
  watch({ camera: wanted.camera, open: openEyes, see, preview, teaching, tell, signal: mine.signal })
    .catch((error: unknown) => {
      // An engine that has failed stays broken: trying again begins with a new one.
      if (error instanceof EngineError) forgetEyes();
      tell({ type: 'state', state: stateOf(error) });
    })
    .finally(() => {
      if (session === mine) session = undefined;
      teaching.stop();
      mayRest();
    });
}

/** A view waits with a problem on its screen: what may have cured it starts the camera again. */
function beginIfWaiting(): void {
  if (!session) begin();
}
navigator.mediaDevices.addEventListener('devicechange', beginIfWaiting);
navigator.permissions.query({ name: 'camera' }).then(
  (permission) => permission.addEventListener('change', beginIfWaiting),
  (error: unknown) => console.warn('Gurn: the permission cannot be watched', error),
);

const importing = indexes
  ? createImportJob({
      library,
      engine: async () => (await openEyes()).engine,
      rest,
      cameraIsOn: () => session !== undefined,
    })
  : undefined;

const handlers: Handlers<'offscreen'> = {
  index: async ({ inbox, evenWithoutFace }) => {
    const mayRest = rest.keepAwake();
    try {
      return await indexFromInbox(await library(), await openEyes(), inbox, evenWithoutFace);
    } finally {
      mayRest();
    }
  },
  'faces.draw': async (request) => {
    const mayRest = rest.keepAwake();
    try {
      return await embedDrawn(await library(), (await openEyes()).engine, request);
    } finally {
      mayRest();
    }
  },
  'imports.run': () => {
    importing?.run();
    return {};
  },
  teach: async ({ meme }) => {
    if (!session) throw new RequestError('stopped', 'The camera is not on. Nothing was learned.');
    return teachFromCamera(await library(), await openEyes(), teaching, meme);
  },
};

if (indexes) {
  followUnsearched({ library, open: openEyes, rest }).catch((error: unknown) =>
    console.error('Gurn: new memes are not followed', error),
  );
}

serve('offscreen', handlers, (name) => (name === 'teach' ? answersForCamera(session !== undefined) : indexes));
