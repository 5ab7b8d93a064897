import Quill from 'quill';

export interface QuillOptions {
  readonly toolbar: HTMLElement;
  readonly placeholder: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onSend: () => void;
}

/** What Slack takes as pictures; Quill alone would drop everything but PNG and JPEG. */
const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'];

/** Makes a Quill whose files become attachments and whose Enter sends. */
export function createQuill(box: HTMLElement, { toolbar, placeholder, onFiles, onSend }: QuillOptions): Quill {
  const send = {
    key: 'Enter',
    shiftKey: false,
    handler: () => {
      onSend();
      return false;
    },
  };
  return new Quill(box, {
    placeholder,
    modules: {
      toolbar,
      keyboard: { bindings: { send } },
      uploader: { mimetypes: PICTURES, handler: (_range: unknown, files: File[]) => onFiles(files) },
    },
  });
}
