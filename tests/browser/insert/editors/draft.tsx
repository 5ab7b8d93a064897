/** @jsxImportSource react */
import { Editor, EditorState } from 'draft-js';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { editorBox, ready, show, take, tray } from './record.ts';

function Composer() {
  const [state, setState] = useState(() => EditorState.createEmpty());
  const attach = (blobs: Blob[], way: string): 'handled' => {
    const files = blobs.filter((blob) => blob instanceof File);
    void take(files, way);
    show(files, tray());
    return 'handled';
  };
  return (
    <Editor
      editorState={state}
      onChange={setState}
      handlePastedFiles={(files) => attach(files, 'handlePastedFiles')}
      handleDroppedFiles={(_selection, files) => attach(files, 'handleDroppedFiles')}
    />
  );
}

const root = createRoot(editorBox());
flushSync(() => root.render(<Composer />));
ready();
