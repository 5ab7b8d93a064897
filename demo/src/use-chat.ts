import { useCallback, useState } from 'react';
import { type Attachment, previewDelay, toAttachment } from './attachments.ts';
import { type Message, you } from './conversations.ts';

export interface Chat {
  readonly messages: readonly Message[];
  /** What will go out with the next message. */
  readonly pending: readonly Attachment[];
  attach(files: readonly File[]): void;
  detach(id: string): void;
  /** Posts the text with everything that is pending; does nothing when there is neither. */
  send(text: string): void;
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const now = (): string => new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** One conversation, starting with these messages. */
export function useChat(sample: readonly Message[]): Chat {
  const [messages, setMessages] = useState(sample);
  const [pending, setPending] = useState<readonly Attachment[]>([]);

  const attach = useCallback((files: readonly File[]) => {
    for (const file of files) {
      Promise.all([toAttachment(file), wait(previewDelay)]).then(
        ([attachment]) => setPending((before) => [...before, attachment]),
        (error: unknown) => console.error(`${file.name} cannot be read:`, error),
      );
    }
  }, []);
  const detach = useCallback((id: string) => setPending((before) => before.filter((file) => file.id !== id)), []);
  const send = useCallback(
    (text: string) => {
      if (text.trim() === '' && pending.length === 0) return;
      const message = { id: crypto.randomUUID(), from: you, time: now(), text: text.trim(), attachments: pending };
      setMessages((before) => [...before, message]);
      setPending([]);
    },
    [pending],
  );
  return { messages, pending, attach, detach, send };
}
