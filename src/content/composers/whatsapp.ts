import type { ComposerAdapter } from './adapter.ts';

/** WhatsApp Web: Lexical, in the page's footer. A picture opens an editor over the whole chat. */
export const whatsapp: ComposerAdapter = {
  name: 'whatsapp',
  hosts: ['web.whatsapp.com'],
  composer: 'footer [contenteditable="true"]',
  unmistakable: true,
};
