import type { ComposerAdapter } from './adapter.ts';

/**
 * Microsoft Teams: CKEditor 5. `data-tid` stands on the editable itself or on the box around it, by version; both forms
 * are used by public automations of Teams.
 */
export const teams: ComposerAdapter = {
  name: 'teams',
  composer: '[data-tid="ckeditor"][contenteditable="true"], [data-tid="ckeditor"] [contenteditable="true"]',
  unmistakable: true,
};
