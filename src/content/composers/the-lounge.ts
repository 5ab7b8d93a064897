import type { ComposerAdapter } from './adapter.ts';

/** The Lounge (IRC): a textarea, which gets the address of the uploaded file. */
export const theLounge: ComposerAdapter = {
  name: 'the-lounge',
  composer: '#form textarea#input',
  unmistakable: true,
  fileInput: '#upload-input',
};
