import type { ComposerAdapter } from './adapter.ts';

/**
 * Discord: a Slate editor, and a handler of the app on `document` that takes pasted and dropped files.
 * A bare Slate editor looks the same. It ignores the paste and takes `beforeinput` or a drop, hence those rungs.
 */
export const discord: ComposerAdapter = {
  name: 'discord',
  composer: '[role="textbox"][data-slate-editor="true"]',
  unmistakable: true,
  rungs: ['paste', 'beforeinput', 'drop', 'file-input'],
  patience: 3000,
};
