/** @jsxImportSource react */
import { type KeyboardEvent, useRef, useState } from 'react';
import { createEditor, type Descendant, Editor, Node, Transforms } from 'slate';
import { Editable, type RenderPlaceholderProps, Slate, withReact } from 'slate-react';
import { Channel, SendButton, Tray } from './Channel.tsx';
import { friends } from './conversations.ts';
import { useChat } from './use-chat.ts';
import { useDocumentFiles } from './use-document-files.ts';

const EMPTY: Descendant[] = [{ children: [{ text: '' }] }];

function clear(editor: Editor): void {
  Transforms.delete(editor, { at: { anchor: Editor.start(editor, []), focus: Editor.end(editor, []) } });
}

/** Slate's own is paler than text may be. */
const Placeholder = ({ attributes, children }: RenderPlaceholderProps) => (
  <span {...attributes} style={{ ...attributes.style, opacity: 1 }}>
    {children}
  </span>
);

/** A composer on the real Slate, with the app's listeners on the document: as Discord is built. */
export function SlateChannel() {
  const [editor] = useState(() => withReact(createEditor()));
  const pane = useRef<HTMLElement>(null);
  const chat = useChat(friends);
  const dragging = useDocumentFiles(pane, chat.attach);

  const send = (): void => {
    chat.send(editor.children.map((block) => Node.string(block)).join('\n'));
    clear(editor);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };

  return (
    <Channel kind="discord-like" title="dinner-plans" editor="Slate, as in Discord" chat={chat} pane={pane}>
      <form className="composer" onSubmit={(event) => event.preventDefault()}>
        <Tray chat={chat} />
        <div className="writing">
          <Slate editor={editor} initialValue={EMPTY}>
            <Editable
              className="editor"
              aria-label="Message #dinner-plans"
              aria-multiline
              placeholder="Message #dinner-plans"
              onKeyDown={onKeyDown}
              renderPlaceholder={Placeholder}
            />
          </Slate>
          <SendButton onSend={send} />
        </div>
      </form>
      {dragging && <div className="drop-zone">Drop to attach</div>}
    </Channel>
  );
}
