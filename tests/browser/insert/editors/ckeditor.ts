import '@ckeditor/ckeditor5-editor-classic/dist/index.css';
import '@ckeditor/ckeditor5-image/dist/index.css';
import { ClassicEditor } from '@ckeditor/ckeditor5-editor-classic';
import { Essentials } from '@ckeditor/ckeditor5-essentials';
import { Image, ImageUpload } from '@ckeditor/ckeditor5-image';
import { Paragraph } from '@ckeditor/ckeditor5-paragraph';
import { type FileLoader, FileRepository, type UploadAdapter } from '@ckeditor/ckeditor5-upload';
import { editorBox, ready, take } from './record.ts';

/** Uploads into this page's memory. */
function adapterFor(loader: FileLoader): UploadAdapter {
  return {
    async upload() {
      const file = await loader.file;
      if (!file) throw new Error('the upload was given up');
      await take([file], 'upload');
      return { default: URL.createObjectURL(file) };
    },
  };
}

/** The editor puts itself beside the element that it is attached to. */
const source = document.createElement('div');
editorBox().append(source);

const editor = await ClassicEditor.create({
  attachTo: source,
  licenseKey: 'GPL',
  plugins: [Essentials, Paragraph, Image, ImageUpload],
});
editor.plugins.get(FileRepository).createUploadAdapter = adapterFor;
ready();
