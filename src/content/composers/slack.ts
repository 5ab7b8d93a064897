import type { ComposerAdapter } from './adapter.ts';

/** Slack: a fork of Quill, which takes a paste and prevents it. Its file input is the rung when that is refused. */
export const slack: ComposerAdapter = {
  name: 'slack',
  composer: '[data-qa="message_input"] .ql-editor',
  unmistakable: true,
};
