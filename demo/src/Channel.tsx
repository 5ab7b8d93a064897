/** @jsxImportSource react */
import type { ReactNode, RefObject } from 'react';
import { AttachmentCard } from './AttachmentCard.tsx';
import { Conversation } from './Conversation.tsx';
import type { Chat } from './use-chat.ts';

interface Props {
  /** How tests and styles know the channel. */
  readonly kind: 'discord-like' | 'slack-like';
  readonly title: string;
  readonly editor: string;
  readonly chat: Chat;
  readonly pane?: RefObject<HTMLElement | null>;
  /** The composer. */
  readonly children: ReactNode;
}

/** The files that wait above a composer. */
export function Tray({ chat }: { readonly chat: Chat }) {
  if (chat.pending.length === 0) return null;
  return (
    <div className="tray">
      {chat.pending.map((attachment) => (
        <AttachmentCard
          key={attachment.id}
          attachment={attachment}
          state="pending"
          onRemove={() => chat.detach(attachment.id)}
        />
      ))}
    </div>
  );
}

/** One chat: its name, the conversation and a composer. */
export function Channel({ kind, title, editor, chat, pane, children }: Props) {
  return (
    <section className={`channel ${kind}`} data-chat={kind} ref={pane} aria-label={title}>
      <header className="channel-head">
        <h2>
          <span aria-hidden="true">#</span> {title}
        </h2>
        <p>{editor}</p>
      </header>
      <Conversation messages={chat.messages} />
      {children}
    </section>
  );
}

/** The button that posts a message. */
export function SendButton({ onSend }: { readonly onSend: () => void }) {
  return (
    <button type="button" className="send" aria-label="Send" onClick={onSend}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M3 3.5 17.5 10 3 16.5l2.2-6.5z M5.2 10h6" />
      </svg>
    </button>
  );
}
