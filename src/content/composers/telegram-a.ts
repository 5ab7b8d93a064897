import type { ComposerAdapter } from './adapter.ts';

/** Telegram Web A takes pastes only while its input has the focus, and shows them in a dialogue of its own. */
export const telegramA: ComposerAdapter = {
  name: 'telegram-a',
  composer: '#editable-message-text[contenteditable="true"]',
  unmistakable: true,
};
