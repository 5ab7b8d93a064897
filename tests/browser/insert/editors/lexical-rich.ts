import { DRAG_DROP_PASTE, registerRichText } from '@lexical/rich-text';
import { mediaFileReader } from '@lexical/utils';
import { $createParagraphNode, $getRoot, $insertNodes, COMMAND_PRIORITY_LOW, createEditor } from 'lexical';
import { $createPictureNode, PictureNode } from './lexical-picture.ts';
import { PICTURES } from './pictures.ts';
import { editorBox, ready, take } from './record.ts';

const editor = createEditor({
  namespace: 'rich',
  nodes: [PictureNode],
  onError: (error) => {
    throw error;
  },
});
editor.setRootElement(editorBox());
registerRichText(editor);
editor.update(() => $getRoot().append($createParagraphNode()));

/** As Lexical's playground does it: pasted and dropped files come as one command, and become nodes of the text. */
async function insertPictures(files: File[]): Promise<void> {
  const pictures = await mediaFileReader(files, PICTURES);
  editor.update(() => $insertNodes(pictures.map(({ file, result }) => $createPictureNode(result, file.name))));
}
editor.registerCommand(
  DRAG_DROP_PASTE,
  (files) => {
    void take(files, 'DRAG_DROP_PASTE');
    void insertPictures(files);
    return true;
  },
  COMMAND_PRIORITY_LOW,
);
ready();
