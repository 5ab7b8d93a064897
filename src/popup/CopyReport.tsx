/** Copies how the last insertion went, for a bug report. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { copyText } from './copy-text.ts';
import { useModel } from './model.ts';
import type { PopupPorts } from './ports.ts';

async function copyAccount(ports: Pick<PopupPorts, 'account'>, said: string): Promise<string> {
  const account = await ports.account();
  return account ? copyText(account, said) : 'Nothing was inserted since the browser started.';
}

function unread(error: unknown): string {
  console.error('Gurn: the report could not be read', error);
  return 'The report could not be read. Close Gurn, open it again, and try once more.';
}

/** @param instead What the report replaces on the clipboard, in a sentence; '' where that is nothing of Gurn's. */
export function CopyReport({ instead }: { readonly instead: string }): JSX.Element {
  const { ports, say } = useModel();
  const [answer, setAnswer] = useState('');
  const copy = async (): Promise<void> => {
    const text = await copyAccount(ports, ['Report copied.', instead].filter(Boolean).join(' ')).catch(unread);
    setAnswer(text);
    say(text);
  };
  if (answer) return <p class="small quiet">{answer}</p>;
  return (
    <button type="button" class="button small" onClick={() => void copy()}>
      Copy report
    </button>
  );
}
