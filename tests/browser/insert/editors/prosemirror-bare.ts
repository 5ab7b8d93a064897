import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { editorBox, ready, recordPictures } from './record.ts';

const view = new EditorView(editorBox(), { state: EditorState.create({ schema }) });
recordPictures(view.dom);
ready();
