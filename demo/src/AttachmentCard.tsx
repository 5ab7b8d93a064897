/** @jsxImportSource react */
import { type Attachment, readableSize } from './attachments.ts';

interface Props {
  readonly attachment: Attachment;
  readonly state: 'pending' | 'sent';
  readonly onRemove?: () => void;
}

/** A picture in the tray above a composer, or in a message. Its data attributes say what the page received. */
export function AttachmentCard({ attachment, state, onRemove }: Props) {
  const { name, type, size, sha256, url } = attachment;
  return (
    <figure
      className={`attachment ${state}`}
      data-attachment={state}
      data-name={name}
      data-type={type}
      data-size={size}
      data-sha256={sha256}
    >
      <img src={url} alt={name} />
      <figcaption>
        <span className="file-name">{name}</span> <span className="file-size">{readableSize(size)}</span>
      </figcaption>
      {onRemove && (
        <button type="button" className="remove" aria-label={`Remove ${name}`} onClick={onRemove}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4 4 8 8m0-8-8 8" />
          </svg>
        </button>
      )}
    </figure>
  );
}
