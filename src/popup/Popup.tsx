/** The live match view. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Delivered } from './Delivered.tsx';
import { Header } from './Header.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { Matches } from './Matches.tsx';
import { useModel } from './model.ts';
import { Notice } from './Notice.tsx';
import { noticeOf } from './notices.ts';
import { Settings } from './Settings.tsx';
import { Stage } from './Stage.tsx';
import { useKeys } from './use-keys.ts';

export function Popup(): JSX.Element {
  const model = useModel();
  const { live, panel, spoken } = model;
  const grid = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const { value: state } = live.state;
  const mayShow = state.phase === 'watching' || state.phase === 'loading';
  const notice = state.phase === 'loading' && live.filmed.value ? undefined : noticeOf(state);
  const compact = live.top.value > 3;
  useKeys(model, { grid, box });
  useEffect(() => () => model.stop(), [model]);
  return (
    <div class={`popup ${compact ? 'compact' : ''}`}>
      <Header box={box} />
      <main>
        {notice && <Notice notice={notice} />}
        {mayShow && <Stage hidden={notice !== undefined} />}
        {(!notice || live.shown.value.length > 0 || live.nothing.value) && <Matches grid={grid} />}
      </main>
      <Delivered />
      {panel.value === 'keys' && <KeyHelp />}
      {panel.value === 'settings' && <Settings />}
      <p class="unseen" role="status" aria-live="polite">
        {spoken.value}
      </p>
    </div>
  );
}
