import type { ComposerAdapter } from './adapter.ts';

/** Zulip: textareas, for a new message and for one being edited. They name the file in the text while it uploads. */
export const zulip: ComposerAdapter = {
  name: 'zulip',
  composer: 'textarea#compose-textarea, textarea.message_edit_content',
  unmistakable: true,
};
