import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Mug } from '../ui/Mug.tsx';
import { copyText } from './copy-text.ts';
import { type Model, useModel } from './model.ts';
import type { NoticeAction, Notice as NoticeText } from './notices.ts';
import { Progress } from './Progress.tsx';

type Run = (model: Model, notice: NoticeText) => Promise<string> | string;

/** What each button does, and what is said when it is done. */
const RUN: Readonly<Record<NoticeAction, Run>> = {
  retry: ({ live }) => {
    live.retry();
    return '';
  },
  welcome: ({ ports }) => {
    ports.openPage('welcome');
    return '';
  },
  'site-settings': ({ ports }) => {
    ports.openSiteSettings();
    return '';
  },
  'copy-settings-address': ({ ports }) => copyText(ports.siteSettings),
  'copy-details': (_, { title, details }) => copyText(`Gurn: ${title}: ${details ?? ''}\n${navigator.userAgent}`),
};

export function Notice({ notice }: { notice: NoticeText }): JSX.Element {
  const model = useModel();
  const [answer, setAnswer] = useState('');
  const run = async (action: NoticeAction): Promise<void> => {
    const text = await RUN[action](model, notice);
    setAnswer(text);
    if (text) model.say(text);
  };
  return (
    <section class="notice">
      <Mug mood={notice.mood} />
      <h2>{notice.title}</h2>
      <p>{notice.words}</p>
      {notice.steps && (
        <ol>
          {notice.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {notice.progress !== undefined && <Progress value={notice.progress} words={notice.words} />}
      {notice.actions.length > 0 && (
        <div class="actions">
          {notice.actions.map(([action, label], index) => (
            <button
              key={action}
              type="button"
              class={`button ${index === 0 ? 'primary' : ''}`}
              onClick={() => void run(action)}
            >
              {label}
            </button>
          ))}
        </div>
      )}
      {notice.details && (
        <details class="small">
          <summary>Details</summary>
          <p>{notice.details}</p>
        </details>
      )}
      {answer && <p class="small quiet">{answer}</p>}
    </section>
  );
}
