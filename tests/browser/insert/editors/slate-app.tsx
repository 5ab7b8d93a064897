/** @jsxImportSource react */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor, type Descendant } from 'slate';
import { Editable, Slate, withReact } from 'slate-react';
import { editorBox, filesOf, ready, show, take, tray } from './record.ts';

const EMPTY: Descendant[] = [{ children: [{ text: '' }] }];

/** As in Discord: the app listens on the document, before and after Slate's own handlers. */
function attach(event: Event, transfer: DataTransfer | null): void {
  const files = filesOf(transfer);
  if (files.length === 0) return;
  event.preventDefault();
  void take(files, `document ${event.type}`);
  show(files, tray());
}
document.addEventListener('paste', (event) => attach(event, event.clipboardData));
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => attach(event, event.dataTransfer));

const editor = withReact(createEditor());
const root = createRoot(editorBox());
flushSync(() =>
  root.render(
    <Slate editor={editor} initialValue={EMPTY}>
      <Editable role="textbox" aria-label="Message" />
    </Slate>,
  ),
);
ready();
