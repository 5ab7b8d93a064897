import type { ComposerAdapter } from './adapter.ts';

/**
 * Telegram Web K: a contenteditable, and a twin that only measures its height (`input-field-input-fake`). Pictures open
 * the popup of src/components/popups/newMedia.ts (github.com/morethanwords/tweb).
 */
export const telegramK: ComposerAdapter = {
  name: 'telegram-k',
  composer: '.input-message-input[contenteditable="true"]:not(.input-field-input-fake)',
  unmistakable: true,
  shows: '.popup-new-media',
};
