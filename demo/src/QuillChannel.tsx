/** @jsxImportSource react */
import type Quill from 'quill';
import { useEffect, useRef } from 'react';
import { Channel, SendButton, Tray } from './Channel.tsx';
import { team } from './conversations.ts';
import { createQuill } from './quill.ts';
import { useChat } from './use-chat.ts';

const FORMATS = [
  { format: 'bold', label: 'Bold', glyph: 'B' },
  { format: 'italic', label: 'Italic', glyph: 'I' },
  { format: 'strike', label: 'Struck through', glyph: 'S' },
  { format: 'code', label: 'Code', glyph: '<>' },
] as const;

/** A composer on the real Quill 2, marked up as Slack's. */
export function QuillChannel() {
  const chat = useChat(team);
  const box = useRef<HTMLDivElement>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const quill = useRef<Quill>(null);

  const send = (): void => {
    chat.send(quill.current?.getText() ?? '');
    quill.current?.setText('');
  };
  // Quill is made once and lives longer than a rendering, so it calls whatever is current.
  const latest = useRef({ send, attach: chat.attach });
  useEffect(() => {
    latest.current = { send, attach: chat.attach };
  });

  useEffect(() => {
    if (!box.current || !toolbar.current || quill.current) return;
    quill.current = createQuill(box.current, {
      toolbar: toolbar.current,
      placeholder: 'Message #releases',
      onFiles: (files) => latest.current.attach(files),
      onSend: () => latest.current.send(),
    });
    quill.current.root.setAttribute('role', 'textbox');
    quill.current.root.setAttribute('aria-label', 'Message #releases');
  }, []);

  return (
    <Channel kind="slack-like" title="releases" editor="Quill, as in Slack" chat={chat}>
      <div className="composer">
        <div className="formats" ref={toolbar} role="toolbar" aria-label="Formatting">
          {FORMATS.map(({ format, label, glyph }) => (
            <button key={format} type="button" className={`ql-${format}`} aria-label={label}>
              {glyph}
            </button>
          ))}
        </div>
        <div className="editor" data-qa="message_input" ref={box} />
        <Tray chat={chat} />
        <div className="actions">
          <SendButton onSend={send} />
        </div>
      </div>
    </Channel>
  );
}
