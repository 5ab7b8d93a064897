import type { ComposerAdapter } from './adapter.ts';

/**
 * Discord: Slate, and a handler of the app on `document` that takes pasted and dropped files. Every Slate editor looks
 * like this, hence the host.
 */
export const discord: ComposerAdapter = {
  name: 'discord',
  hosts: ['discord.com'],
  composer: '[role="textbox"][data-slate-editor="true"]',
  unmistakable: true,
};
