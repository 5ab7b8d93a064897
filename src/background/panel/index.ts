/** The panel in the page, seen from the background: it opens at the shortcut, and what it asks is answered here. */
import type { Runtime } from 'webextension-polyfill';
import type { Library } from '../../library/index.ts';
import { canBeRead } from '../../library/readable.ts';
import { toBase64 } from '../../messages/base64.ts';
import { askFrame, type Handlers, type InsertReport, RequestError, type RequestOf } from '../../messages/index.ts';
import { MAX_BYTES } from '../insert/limits.ts';
import { admit, dismiss, isAdmitted, panelOf } from './admission.ts';

/** Bytes of a picture that is only shown: a panel shows up to two dozen, anew with every face. */
const MOST_SHOWN = 2 * 1024 * 1024;

type PanelRequests = Extract<keyof Handlers<'background'>, `panel.${string}`>;

export interface PanelDeps {
  readonly library: () => Promise<Library>;
  readonly insert: (request: RequestOf<'insert'>) => Promise<InsertReport>;
}

/** The tab of an admitted panel. @throws RequestError forbidden for any other document at the panel's address */
export async function admittedTab(sender: Runtime.MessageSender): Promise<number> {
  const panel = panelOf(sender);
  if (!(await isAdmitted(panel))) throw new RequestError('forbidden', 'Gurn opens in a page only by its shortcut.');
  return panel.tab;
}

async function settingsOf({ settings }: Library) {
  const { camera, mirrored, holdToFreeze, top } = await settings.all();
  return { camera, mirrored, holdToFreeze, top };
}

async function save({ settings }: Library, change: RequestOf<'panel.save'>): Promise<void> {
  const { camera, mirrored, holdToFreeze, top } = change;
  if (camera !== undefined) await settings.set('camera', camera);
  if (mirrored !== undefined) await settings.set('mirrored', mirrored);
  if (holdToFreeze !== undefined) await settings.set('holdToFreeze', holdToFreeze);
  if (top !== undefined) await settings.set('top', top);
}

const packed = async (blob: Blob) => ({
  type: blob.type,
  base64: toBase64(new Uint8Array(await blob.arrayBuffer())),
});

/** The thumbnail; where there is none yet, the file itself if it is small. */
async function pictureOf({ memes, thumbs }: Library, meme: string) {
  const blob = (await thumbs.get(meme)) ?? (await memes.bytes(meme));
  return blob && blob.size < MOST_SHOWN ? packed(blob) : null;
}

async function fileOf({ memes }: Library, meme: string) {
  const blob = await memes.bytes(meme);
  if (blob && blob.size > MAX_BYTES) {
    throw new RequestError('too-large', 'This meme has more than 45 MB: copy it on the library page.');
  }
  return blob && (await canBeRead(blob)) ? packed(blob) : null;
}

async function aboutOf({ memes }: Library, meme: string) {
  const about = await memes.get(meme);
  return about ? { name: about.name, animated: about.animated } : null;
}

/** What the service worker's table serves for panels. */
export const panelHandlers = ({ library, insert }: PanelDeps): Pick<Handlers<'background'>, PanelRequests> => ({
  'panel.enter': async ({ secret }, sender) => {
    await admit(secret, sender);
    return settingsOf(await library());
  },
  'panel.about': async ({ meme }, sender) => {
    await admittedTab(sender);
    return aboutOf(await library(), meme);
  },
  'panel.picture': async ({ meme }, sender) => {
    await admittedTab(sender);
    return pictureOf(await library(), meme);
  },
  'panel.file': async ({ meme }, sender) => {
    await admittedTab(sender);
    return fileOf(await library(), meme);
  },
  'panel.insert': async (request, sender) => insert({ ...request, tab: await admittedTab(sender) }),
  'panel.copied': async ({ meme }, sender) => {
    await admittedTab(sender);
    await (await library()).memes.recordUse(meme, Date.now());
    return {};
  },
  'panel.save': async (change, sender) => {
    await admittedTab(sender);
    await save(await library(), change);
    return {};
  },
  'panel.leave': async ({ say }, sender) => {
    const tab = await admittedTab(sender);
    await dismiss(tab);
    await askFrame(tab, 0, 'panel.close', {});
    await askFrame(tab, 0, 'toast.show', { kind: 'done', text: say });
    return {};
  },
  'panel.closed': async ({ frame }, { tab }) => {
    if (tab?.id !== undefined) await askFrame(tab.id, frame, 'composer.resume', {});
    return {};
  },
  'panel.admits': async (panel) => ({ admitted: await isAdmitted(panel) }),
});
