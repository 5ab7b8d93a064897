import type { ComposerAdapter } from './adapter.ts';

/**
 * The Lounge (IRC): a textarea, which gets the address of the uploaded file, and nothing else shows it. A refusal names
 * the file as well.
 */
export const theLounge: ComposerAdapter = {
  name: 'the-lounge',
  composer: '#form textarea#input',
  unmistakable: true,
  proof: '#form textarea#input',
  refusal: '#user-visible-error',
  fileInput: '#upload-input',
};
