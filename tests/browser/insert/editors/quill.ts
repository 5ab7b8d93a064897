import Quill from 'quill';
import { PICTURES } from './pictures.ts';
import { editorBox, ready, show, take, tray } from './record.ts';

new Quill(editorBox(), {
  modules: {
    uploader: {
      mimetypes: PICTURES,
      handler: (_range: unknown, files: readonly File[]) => {
        void take(files, 'uploader');
        show(files, tray());
      },
    },
  },
});
ready();
