import type { ComposerAdapter } from './adapter.ts';

/**
 * Slack: a fork of Quill, which prevents every paste, so that one which was dropped looks like one which was taken, and
 * no other way could follow. Hence its file input first, where it has one; a paste else.
 */
export const slack: ComposerAdapter = {
  name: 'slack',
  composer: '[data-qa="message_input"] .ql-editor',
  unmistakable: true,
  rungs: ['file-input', 'paste'],
};
