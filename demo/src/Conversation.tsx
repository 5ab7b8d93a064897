/** @jsxImportSource react */
import { AttachmentCard } from './AttachmentCard.tsx';
import type { Message, Person } from './conversations.ts';

function Avatar({ person }: { readonly person: Person }) {
  return (
    <span className="avatar" style={{ '--hue': person.hue } as React.CSSProperties} aria-hidden="true">
      {person.name[0]}
    </span>
  );
}

function Post({ message }: { readonly message: Message }) {
  const { from, time, text, picture, attachments = [] } = message;
  return (
    <li className="post">
      <Avatar person={from} />
      <div className="post-body">
        <p className="byline">
          <strong>{from.name}</strong> <time>{time}</time>
        </p>
        {text && <p className="text">{text}</p>}
        {picture && <img className="picture" src={picture.src} alt={picture.alt} />}
        {attachments.map((attachment) => (
          <AttachmentCard key={attachment.id} attachment={attachment} state="sent" />
        ))}
      </div>
    </li>
  );
}

/** The messages so far; the style keeps the newest in view. */
export function Conversation({ messages }: { readonly messages: readonly Message[] }) {
  return (
    <div className="scroll">
      <ol className="posts">
        {messages.map((message) => (
          <Post key={message.id} message={message} />
        ))}
      </ol>
    </div>
  );
}
