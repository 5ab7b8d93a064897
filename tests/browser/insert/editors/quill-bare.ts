import Quill from 'quill';
import { editorBox, ready, recordPictures } from './record.ts';

/** Its own uploader writes PNG and JPEG into the text, as data URLs, and drops all else without a word. */
const quill = new Quill(editorBox(), {});
recordPictures(quill.root);
ready();
