import type { ComposerAdapter } from './adapter.ts';

/**
 * GitHub: textareas for Markdown, in the older pages with a class, in the newer ones with a label. Both take a paste and
 * write "Uploading …" with the file's name into the text.
 */
export const github: ComposerAdapter = {
  name: 'github',
  hosts: ['github.com'],
  composer: 'textarea.js-comment-field, textarea[aria-label="Markdown value"]',
  unmistakable: false,
};
