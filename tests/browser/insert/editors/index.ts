/** Every message box of the matrix, and what is expected of Gurn in it. */
import type { Rung } from '../../../../src/messages/index.ts';

/** The files that are inserted: pictures of 100 KiB, and a large one. */
export const FILES = ['jpeg', 'png', 'gif', 'webp', 'large png'] as const;
export type FileKind = (typeof FILES)[number];

/**
 * What became of a file, as a person sees it. `copied`: nothing took it, so it is on the clipboard.
 * `bytes`: whether what the editor took has the SHA-256 of what was sent. `copies`: how many files it took.
 */
export interface Expected {
  readonly outcome: 'inserted' | 'probably' | 'copied';
  readonly rung?: Rung;
  readonly bytes: 'same' | 're-encoded' | 'none';
  readonly copies: number;
}

export interface Editor {
  /** Stands in the table. */
  readonly name: string;
  /** The npm package whose version stands behind the name. */
  readonly library?: string;
  /** The page below this folder. */
  readonly page: string;
  readonly expected: Expected;
  /** Files for which something else is expected. */
  readonly except?: Partial<Record<FileKind, Expected>>;
}

const by = (rung: Rung): Expected => ({ outcome: 'inserted', rung, bytes: 'same', copies: 1 });
const COPIED: Expected = { outcome: 'copied', bytes: 'none', copies: 0 };

export const EDITORS: readonly Editor[] = [
  { name: 'Slate, alone', library: 'slate-react', page: 'slate-bare.html', expected: by('beforeinput') },
  { name: 'Slate, app listens on document', library: 'slate-react', page: 'slate-app.html', expected: by('paste') },
  { name: 'Quill, app takes files', library: 'quill', page: 'quill.html', expected: by('paste') },
  {
    name: 'Quill, alone',
    library: 'quill',
    page: 'quill-bare.html',
    expected: by('paste'),
    // It prevents every paste, and drops all but PNG and JPEG without a word.
    except: { gif: COPIED, webp: COPIED },
  },
  { name: 'Lexical, rich text', library: 'lexical', page: 'lexical-rich.html', expected: by('paste') },
  { name: 'Lexical, plain text', library: 'lexical', page: 'lexical-plain.html', expected: by('paste') },
  { name: 'Draft.js', library: 'draft-js', page: 'draft.html', expected: by('paste') },
  { name: 'CKEditor 5', library: '@ckeditor/ckeditor5-editor-classic', page: 'ckeditor.html', expected: by('paste') },
  {
    name: 'ProseMirror, app takes files',
    library: 'prosemirror-view',
    page: 'prosemirror.html',
    expected: by('paste'),
  },
  { name: 'ProseMirror, alone', library: 'prosemirror-view', page: 'prosemirror-bare.html', expected: COPIED },
  { name: 'Tiptap with FileHandler', library: '@tiptap/core', page: 'tiptap.html', expected: by('paste') },
  { name: 'textarea, app takes files', page: 'textarea.html', expected: by('paste') },
  { name: 'textarea, alone', page: 'textarea-bare.html', expected: COPIED },
  { name: 'contenteditable, app takes files', page: 'contenteditable.html', expected: by('paste') },
  { name: 'contenteditable, alone', page: 'contenteditable-bare.html', expected: COPIED },
  { name: 'heeds real input only', page: 'trusted-only.html', expected: COPIED },
  { name: 'strict policy', page: 'strict-csp.html', expected: by('paste') },
  { name: 'frame, same origin', page: 'frame.html?frame=same-origin', expected: by('paste') },
  { name: 'frame, srcdoc', page: 'frame.html?frame=srcdoc', expected: by('paste') },
  { name: 'frame of a site that is on', page: 'frame.html?frame=cross-origin', expected: by('paste') },
  { name: 'frame of a site that is off', page: 'frame.html?frame=stranger', expected: COPIED },
  { name: 'open shadow root', page: 'shadow.html?mode=open', expected: by('paste') },
  { name: 'closed shadow root', page: 'shadow.html?mode=closed', expected: by('paste') },
];

/** What is expected of this file in this editor. */
export const expectedOf = ({ expected, except }: Editor, file: FileKind): Expected => except?.[file] ?? expected;
