import type { ComposerAdapter } from './adapter.ts';

/** Search boxes take no pictures, and neither does what cannot be written in. */
const WRITABLE = ':not([readonly], [disabled], [aria-readonly="true"], [aria-disabled="true"])';
const MESSAGE = ':not([role="combobox"], [role="searchbox"])';

/** Any editable that no other table knows. */
export const generic: ComposerAdapter = {
  name: 'generic',
  composer: [
    `textarea${WRITABLE}${MESSAGE}`,
    ...['', 'true', 'plaintext-only'].map((value) => `[contenteditable="${value}"]${WRITABLE}${MESSAGE}`),
  ].join(', '),
  unmistakable: false,
  unknown: true,
};

/** A plain line of text: small chats write in one, but so do names and searches. */
export const line: ComposerAdapter = {
  name: 'generic',
  composer: ['[type="text"]', ':not([type])'].map((type) => `input${type}${WRITABLE}${MESSAGE}`).join(', '),
  unmistakable: false,
  unknown: true,
  lastResort: true,
};
