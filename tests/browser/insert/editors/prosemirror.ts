import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { editorBox, filesOf, ready, take } from './record.ts';

function insertPictures(view: EditorView, files: readonly File[], way: string): boolean {
  if (files.length === 0) return false;
  void take(files, way);
  for (const file of files) {
    const picture = schema.node('image', { src: URL.createObjectURL(file), alt: file.name });
    view.dispatch(view.state.tr.replaceSelectionWith(picture));
  }
  return true;
}

new EditorView(editorBox(), {
  state: EditorState.create({ schema }),
  handlePaste: (view, event) => insertPictures(view, filesOf(event.clipboardData), 'handlePaste'),
  handleDrop: (view, event) => insertPictures(view, filesOf(event.dataTransfer), 'handleDrop'),
});
ready();
