import type { ComposerAdapter } from './adapter.ts';

/** Mattermost: a textarea, of the channel, of the thread beside it, or of a message being edited. */
export const mattermost: ComposerAdapter = {
  name: 'mattermost',
  composer: ['post', 'reply', 'edit'].map((box) => `textarea#${box}_textbox`).join(', '),
  unmistakable: true,
  shows: '.file-preview',
  fileInput: '#fileUploadInput',
};
