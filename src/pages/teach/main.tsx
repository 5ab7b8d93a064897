import { render } from 'preact';
import browser from 'webextension-polyfill';
import { type Library, type Meme, openLibrary } from '../../library/index.ts';
import { ask } from '../../messages/index.ts';
import { inTab, openPage, openTab, siteSettings } from '../../ui/browser-pages.ts';
import { browserDoor } from '../../ui/door.ts';
import { createPictures } from '../../ui/pictures.ts';
import { startPage } from '../../ui/Trouble.tsx';
import { Gone } from './Gone.tsx';
import { createModel } from './model.ts';
import type { FacePorts, TeachPorts } from './ports.ts';
import { TeachPage } from './TeachPage.tsx';

/** The meme that the page's address names; `undefined` when it is not in the library. */
const pupilOf = ({ memes }: Library): Promise<Meme | undefined> =>
  memes.get(new URLSearchParams(location.search).get('meme') ?? '');

const facePorts = ({ faces, changes }: Library, meme: string): FacePorts => ({
  read: () => faces.ofMeme(meme),
  onChange: (listener) => changes.subscribe(({ ids }) => ids.includes(meme) && listener()),
  forget: faces.forget,
  restore: faces.restore,
});

/** A page may not close a tab that the person has opened; its extension may. */
async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

async function portsFor(library: Library, meme: Meme): Promise<TeachPorts> {
  const { camera, mirrored } = await library.settings.all();
  return {
    door: browserDoor,
    pictures: createPictures(library.memes),
    camera,
    mirrored,
    faces: facePorts(library, meme.id),
    async teach(meme) {
      await ask('teach', { meme });
    },
    async draw(meme, { x, y, width, height }) {
      // No view of ours is watching here that would have started the engine.
      await ask('engine.ensure', {});
      return (await ask('faces.draw', { meme, box: [x, y, width, height] })).found;
    },
    openWelcome: () => inTab(openPage('welcome')),
    openSiteSettings: () => inTab(openTab(siteSettings())),
    close() {
      closeTab().catch((error: unknown) => console.error('Gurn: the tab could not be closed', error));
    },
  };
}

startPage(document.getElementById('root'), async (root) => {
  const library = await openLibrary();
  const pupil = await pupilOf(library);
  if (pupil) render(<TeachPage model={createModel(await portsFor(library, pupil), pupil)} />, root);
  else render(<Gone openLibrary={() => inTab(openPage('library'))} />, root);
});
