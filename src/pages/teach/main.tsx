import { render } from 'preact';
import browser from 'webextension-polyfill';
import { type Library, openLibrary } from '../../library/index.ts';
import { ask } from '../../messages/index.ts';
import { inTab, openPage, openTab, siteSettings } from '../../ui/browser-pages.ts';
import { browserDoor } from '../../ui/door.ts';
import { createPictures } from '../../ui/pictures.ts';
import { startPage } from '../../ui/Trouble.tsx';
import { Gone } from './Gone.tsx';
import { createModel } from './model.ts';
import type { Pupil, TeachPorts } from './ports.ts';
import { TeachPage } from './TeachPage.tsx';

/** The meme that the page's address names; `undefined` when it is not in the library. */
async function pupilOf({ memes, faces }: Library): Promise<Pupil | undefined> {
  const meme = await memes.get(new URLSearchParams(location.search).get('meme') ?? '');
  if (!meme) return undefined;
  const taught = (await faces.ofMeme(meme.id)).some(({ origin }) => origin === 'taught');
  return { meme, taught };
}

/** A page may not close a tab that the person has opened; its extension may. */
async function closeTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}

async function portsFor(library: Library): Promise<TeachPorts> {
  const { camera, mirrored } = await library.settings.all();
  return {
    door: browserDoor,
    pictures: createPictures(library.memes),
    camera,
    mirrored,
    async teach(meme) {
      await ask('teach', { meme });
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
  if (pupil) render(<TeachPage model={createModel(await portsFor(library), pupil)} />, root);
  else render(<Gone openLibrary={() => inTab(openPage('library'))} />, root);
});
