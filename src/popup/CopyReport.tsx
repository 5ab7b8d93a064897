/** Copies how the last insertion went, for a bug report. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { copyText } from './copy-text.ts';
import { useModel } from './model.ts';

/** @param instead What the report replaces on the clipboard, in a sentence; '' where that is nothing of Gurn's. */
export function CopyReport({ instead }: { readonly instead: string }): JSX.Element {
  const { ports, say } = useModel();
  const [answer, setAnswer] = useState('');
  const copy = async (): Promise<void> => {
    const account = await ports.account();
    const text = account
      ? await copyText(account, ['Report copied.', instead].filter(Boolean).join(' '))
      : 'Nothing was inserted since the browser started.';
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
