/** A file on its way into a message, with what shows that it arrived unharmed. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** Of the bytes as the page received them, lower-case hexadecimal. */
  readonly sha256: string;
  readonly url: string;
}

/** Reads a file that was pasted or dropped. */
export async function toAttachment(file: File): Promise<Attachment> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return {
    id: crypto.randomUUID(),
    name: file.name,
    type: file.type,
    size: file.size,
    sha256: Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''),
    url: URL.createObjectURL(file),
  };
}

/** A size as people read it: `312 KB`, `8.0 MB`. */
export const readableSize = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** Milliseconds before an attachment shows, from `?previewDelay=`: a slow network, for tests. */
export const previewDelay = Number(new URLSearchParams(location.search).get('previewDelay') ?? 0);
