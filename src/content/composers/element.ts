import type { ComposerAdapter } from './adapter.ts';

/** Element (Matrix): contenteditables, the plain one and the rich one. A picture is shown in a dialogue first. */
export const element: ComposerAdapter = {
  name: 'element',
  composer: ['.mx_BasicMessageComposer_input', '.mx_WysiwygComposer_Editor_content']
    .map((box) => `${box}[contenteditable="true"]`)
    .join(', '),
  unmistakable: true,
  shows: '.mx_UploadConfirmDialog',
};
