/** Why there is no picture of the camera, in the popup's words. */
import type { JSX } from 'preact';
import type { Notice, NoticeAction } from '../../popup/notices.ts';
import { Mug } from '../../ui/Mug.tsx';
import type { Model } from './model.ts';

export function Problem({ notice, model }: { notice: Notice; model: Model }): JSX.Element {
  const run: Partial<Record<NoticeAction, () => void>> = {
    retry: () => model.retry(),
    welcome: () => model.ports.openWelcome(),
    'site-settings': () => model.ports.openSiteSettings(),
  };
  const actions = notice.actions.filter(([action]) => run[action]);
  return (
    <section class="camera notice">
      <Mug mood={notice.mood} />
      <h2>{notice.title}</h2>
      <p role="status">{notice.words}</p>
      {notice.steps && (
        <ol>
          {notice.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {notice.progress !== undefined && (
        <div
          class="bar"
          role="progressbar"
          aria-label={notice.words}
          aria-valuenow={Math.round(notice.progress * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <span style={{ width: `${Math.round(notice.progress * 100)}%` }} />
        </div>
      )}
      {actions.length > 0 && (
        <div class="actions">
          {actions.map(([action, label], index) => (
            <button
              key={action}
              type="button"
              class={`button ${index === 0 ? 'primary' : ''}`}
              onClick={() => run[action]?.()}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
