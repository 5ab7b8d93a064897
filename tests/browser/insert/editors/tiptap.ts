import { Editor } from '@tiptap/core';
import { FileHandler } from '@tiptap/extension-file-handler';
import { Image } from '@tiptap/extension-image';
import { StarterKit } from '@tiptap/starter-kit';
import { PICTURES } from './pictures.ts';
import { editorBox, ready, take } from './record.ts';

function insertPictures(editor: Editor, files: readonly File[], way: string): void {
  void take(files, way);
  for (const file of files) {
    editor.commands.setImage({ src: URL.createObjectURL(file), alt: file.name });
  }
}

new Editor({
  element: editorBox(),
  extensions: [
    StarterKit,
    Image,
    FileHandler.configure({
      allowedMimeTypes: PICTURES,
      onPaste: (editor, files) => insertPictures(editor, files, 'onPaste'),
      onDrop: (editor, files) => insertPictures(editor, files, 'onDrop'),
    }),
  ],
});
ready();
