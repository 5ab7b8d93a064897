import type { Rung } from '../../messages/index.ts';

/** The kind of editor a composer is made of. It decides which ways are tried, in which order, and how patiently. */
export interface Editor {
  readonly name: string;
  readonly selector: string;
  readonly rungs: readonly Rung[];
  /** The events that it prevents whether or not anybody takes the file: "accepted" means nothing there. */
  readonly preventsAnyway: readonly Rung[];
}

/** The particular before the general. What each does with a synthetic event was read in its source and is measured. */
const editors: readonly Editor[] = [
  {
    // slate-react leaves a paste with files to the browser's beforeinput, which it prevents in any case.
    name: 'slate',
    selector: '[data-slate-editor="true"]',
    rungs: ['paste', 'beforeinput', 'file-input'],
    preventsAnyway: ['beforeinput', 'drop'],
  },
  {
    // It takes files without preventing the paste. A drop ends in the same command.
    name: 'lexical',
    selector: '[data-lexical-editor="true"]',
    rungs: ['paste', 'file-input'],
    preventsAnyway: ['paste'],
  },
  {
    name: 'quill',
    selector: '.ql-editor',
    rungs: ['paste', 'drop', 'file-input'],
    preventsAnyway: ['paste'],
  },
  {
    name: 'draft',
    selector: '.public-DraftEditor-content',
    rungs: ['paste', 'drop', 'file-input'],
    preventsAnyway: ['paste'],
  },
  {
    name: 'ckeditor',
    selector: '.ck-editor__editable',
    rungs: ['paste', 'drop', 'file-input'],
    preventsAnyway: ['paste', 'drop'],
  },
  {
    name: 'prosemirror',
    selector: '.ProseMirror',
    rungs: ['paste', 'drop', 'file-input'],
    preventsAnyway: [],
  },
  {
    name: 'textarea',
    selector: 'textarea, input',
    rungs: ['paste', 'drop', 'file-input'],
    preventsAnyway: [],
  },
];

const contenteditable: Editor = {
  name: 'contenteditable',
  selector: '*',
  rungs: ['paste', 'beforeinput', 'drop', 'file-input'],
  preventsAnyway: [],
};

/** Returns the kind of editor that this element is the root of. */
export const editorOf = (element: { matches(selector: string): boolean }): Editor =>
  editors.find(({ selector }) => element.matches(selector)) ?? contenteditable;
