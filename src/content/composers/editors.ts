import type { Rung } from '../../messages/index.ts';

/** The kind of editor a composer is made of. It decides which ways are tried, in which order, and how patiently. */
export interface Editor {
  readonly name: string;
  readonly selector: string;
  readonly rungs: readonly Rung[];
  /** The events that it prevents whether or not anybody takes the file: "accepted" means nothing there. */
  readonly preventsAnyway: readonly Rung[];
  /** Milliseconds until a paste that nobody prevented and that shows nothing counts as refused. */
  readonly patience: number;
}

/** Lexical takes files without preventing the paste, and may show them after 3 s. */
const LEXICAL_PATIENCE = 4000;
const PATIENCE = 3000;

/** The particular before the general. What each does with a synthetic event was read in its source and is measured. */
const editors: readonly Editor[] = [
  {
    // slate-react leaves a paste with files to the browser's beforeinput, which it prevents in any case.
    name: 'slate',
    selector: '[data-slate-editor="true"]',
    rungs: ['paste', 'beforeinput', 'file-input'],
    preventsAnyway: ['beforeinput', 'drop'],
    patience: PATIENCE,
  },
  {
    // A drop ends in the same command as a paste.
    name: 'lexical',
    selector: '[data-lexical-editor="true"]',
    rungs: ['paste', 'file-input'],
    preventsAnyway: ['paste'],
    patience: LEXICAL_PATIENCE,
  },
  {
    name: 'quill',
    selector: '.ql-editor',
    rungs: ['paste', 'drop', 'file-input'],
    preventsAnyway: ['paste'],
    patience: PATIENCE,
  },
  {
    name: 'draft',
    selector: '.public-DraftEditor-content',
    rungs: ['paste', 'drop', 'file-input'],
    preventsAnyway: ['paste'],
    patience: PATIENCE,
  },
  {
    name: 'ckeditor',
    selector: '.ck-editor__editable',
    rungs: ['paste', 'drop', 'file-input'],
    preventsAnyway: ['paste', 'drop'],
    patience: PATIENCE,
  },
  {
    name: 'prosemirror',
    selector: '.ProseMirror',
    rungs: ['paste', 'drop', 'file-input'],
    preventsAnyway: [],
    patience: PATIENCE,
  },
  {
    // A browser does nothing of its own with a picture pasted into plain text: what takes it acts at once.
    name: 'textarea',
    selector: 'textarea, input',
    rungs: ['paste', 'drop', 'file-input'],
    preventsAnyway: [],
    patience: 2000,
  },
];

const contenteditable: Editor = {
  name: 'contenteditable',
  selector: '*',
  rungs: ['paste', 'beforeinput', 'drop', 'file-input'],
  preventsAnyway: [],
  patience: PATIENCE,
};

/** Returns the kind of editor that this element is the root of. */
export const editorOf = (element: { matches(selector: string): boolean }): Editor =>
  editors.find(({ selector }) => element.matches(selector)) ?? contenteditable;
