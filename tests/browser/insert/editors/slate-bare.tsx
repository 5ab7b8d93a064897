/** @jsxImportSource react */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant } from 'slate';
import { Editable, Slate, withReact } from 'slate-react';
import { editorBox, ready, show, take, tray } from './record.ts';

const EMPTY: Descendant[] = [{ children: [{ text: '' }] }];

/** Slate's own example of pictures does this: the app overrides `insertData`, and the events stay Slate's. */
const editor = withReact(createEditor());
const insertData = editor.insertData.bind(editor);
editor.insertData = (data) => {
  if (data.files.length === 0) return insertData(data);
  void take([...data.files], 'insertData');
  show([...data.files], tray());
};

const root = createRoot(editorBox());
flushSync(() =>
  root.render(
    <Slate editor={editor} initialValue={EMPTY}>
      <Editable />
    </Slate>,
  ),
);
ready();
