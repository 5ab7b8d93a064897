/** The real popup on a live line that a test scripts through `window.harness`. */
import './extension.ts';
import { LibraryError } from '../../../../src/library/index.ts';
import {
  type InsertReport,
  type LiveCommand,
  type LiveEvent,
  PREVIEW_CHANNEL,
} from '../../../../src/messages/index.ts';
import { mount } from '../../../../src/popup/mount.tsx';
import type { PopupPorts, PopupSettings } from '../../../../src/popup/ports.ts';
import { CopyError } from '../../../../src/ui/clipboard.ts';
import type { LivePort } from '../../../../src/ui/live.ts';
import { bytes, cameraFrame, memes } from './pictures.ts';

export interface Harness {
  /** What the popup did, in order: `insert <id>`, `copy <id>`, `page welcome`, `close`, `send retry`, … */
  readonly calls: string[];
  /** What it told the offscreen document, in order. */
  readonly commands: LiveCommand[];
  emit(event: LiveEvent): void;
  /** The port breaks, as when the offscreen document dies; `reachable` says whether it can be opened again. */
  breakLine(reachable: boolean): void;
  /** Answers the insertion that is waiting, or the next one. */
  answerInsert(report: Answer): void;
  failCopy(): void;
  /** From now on the report of the last insertion cannot be read. */
  failAccount(): void;
  /** From now on the library cannot be read. */
  failLibrary(): void;
  /** No preview frame comes from now on. */
  coverLens(): void;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const calls: string[] = [];
const commands: LiveCommand[] = [];
let toPopup: ((message: unknown) => void) | undefined;
let onBreak: (() => void) | undefined;
let reachable = true;
let copyFails = false;
let accountFails = false;
let libraryFails = false;
let covered = false;
/** `once`: the worker was ended in the middle, and the next call reaches it. */
type Answer = InsertReport | { readonly error: string; readonly once?: true };
let answer: (answer: Answer) => void = () => undefined;
const nextAnswer = () =>
  new Promise<Answer>((resolve) => {
    answer = resolve;
  });
let waiting = nextAnswer();

const port: LivePort = {
  send: (command: LiveCommand) => {
    calls.push(`send ${command.type}`);
    commands.push(command);
  },
  onMessage: (listener) => {
    toPopup = listener;
  },
  onBreak: (listener) => {
    onBreak = listener;
  },
  close: () => void calls.push('hang up'),
};

/** As a web page frames it. */
const inPage = new URLSearchParams(location.search).has('panel');

let siteOn = false;
const settings: PopupSettings = { camera: '', mirrored: true, holdToFreeze: true, top: 3 };

const ports: PopupPorts = {
  door: {
    ensure: () => (reachable ? Promise.resolve() : Promise.reject(new Error('The engine could not be started.'))),
    connect: () => port,
  },
  memes: {
    get: async (id) => memes.get(id),
    bytes: async (id) => {
      if (libraryFails) throw new LibraryError('damaged');
      return bytes.get(id);
    },
    recordUse: async (id) => void calls.push(`use ${id}`),
  },
  settings: {
    read: async () => settings,
    write: async (change) => void calls.push(`setting ${JSON.stringify(change)}`),
  },
  insert: async (meme, maySend) => {
    calls.push(`${maySend ? 'send' : 'insert'} ${meme}`);
    const report = await waiting;
    if ('error' in report) throw new Error(report.error);
    return report;
  },
  account: async () => {
    if (accountFails) throw new Error('The storage is closed.');
    return 'Gurn 0.1.0 tried paste.';
  },
  copy: async (_, animated) => {
    calls.push('copy');
    if (copyFails) throw new CopyError('refused', 'The browser did not let Gurn use the clipboard.', undefined);
    return animated ? 'copied-still' : 'copied';
  },
  site: {
    list: async () => [{ name: 'On chat.example.org', origins: ['https://chat.example.org/*'] }],
    isOn: async () => siteOn,
    switchOn: async () => {
      calls.push('site on');
      siteOn = true;
      return true;
    },
    switchOff: async () => {
      calls.push('site off');
      siteOn = false;
    },
    onChange: () => () => undefined,
    shortcut: {
      keys: async () => 'Alt+Shift+M',
      change: () => void calls.push('shortcut'),
      address: 'chrome://extensions/shortcuts',
    },
  },
  openPage: (page) => void calls.push(`page ${page}`),
  teach: (meme) => void calls.push(`teach ${meme}`),
  openSiteSettings: () => void calls.push('site settings'),
  siteSettings: 'chrome://settings/content/siteDetails?site=chrome-extension%3A%2F%2Ftest',
  inOwnTab: new URLSearchParams(location.search).has('tab'),
  inPage,
  close: () => void calls.push('close'),
};

window.harness = {
  calls,
  commands,
  emit: (event) => toPopup?.(event),
  breakLine(again) {
    reachable = again;
    onBreak?.();
  },
  answerInsert(report) {
    answer(report);
    // A worker that cannot be reached is not reached at the second call either.
    if (!('error' in report) || report.once) waiting = nextAnswer();
  },
  failCopy() {
    copyFails = true;
  },
  failAccount() {
    accountFails = true;
  },
  failLibrary() {
    libraryFails = true;
  },
  coverLens() {
    covered = true;
  },
};

if (inPage) document.documentElement.classList.add('in-page');
if (ports.inOwnTab) document.documentElement.classList.add('own-window');

const frame = await cameraFrame();
const preview = new BroadcastChannel(PREVIEW_CHANNEL);
let count = 0;
setInterval(async () => {
  const bitmap = await createImageBitmap(frame);
  if (!covered) preview.postMessage({ frame: count++, bitmap });
  bitmap.close();
}, 100);

const root = document.getElementById('root');
if (root) await mount(root, ports);
document.documentElement.dataset.ready = 'yes';
