import type { ComposerAdapter } from './adapter.ts';

/** Any editable that no other table knows, except boxes that search: those take no pictures. */
export const generic: ComposerAdapter = {
  name: 'generic',
  composer: [
    'textarea:not([readonly], [disabled])',
    ...['', 'true', 'plaintext-only'].map(
      (value) => `[contenteditable="${value}"]:not([role="combobox"], [role="searchbox"])`,
    ),
  ].join(', '),
  unmistakable: false,
  rungs: ['paste', 'beforeinput', 'drop', 'file-input'],
  patience: 3000,
};
