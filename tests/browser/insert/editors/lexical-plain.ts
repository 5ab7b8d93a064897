import { registerPlainText } from '@lexical/plain-text';
import { $createParagraphNode, $getRoot, COMMAND_PRIORITY_HIGH, createEditor, PASTE_COMMAND } from 'lexical';
import { editorBox, filesOf, ready, show, take, tray } from './record.ts';

const editor = createEditor({
  namespace: 'plain',
  onError: (error) => {
    throw error;
  },
});
editor.setRootElement(editorBox());
registerPlainText(editor);
editor.update(() => $getRoot().append($createParagraphNode()));

/** Plain text knows no files: an app takes them before Lexical sees the paste, and shows them beside the text. */
editor.registerCommand(
  PASTE_COMMAND,
  (event) => {
    const files = event instanceof ClipboardEvent ? filesOf(event.clipboardData) : [];
    if (files.length === 0) return false;
    event.preventDefault();
    void take(files, 'PASTE_COMMAND');
    show(files, tray());
    return true;
  },
  COMMAND_PRIORITY_HIGH,
);
ready();
