import type { JSX } from 'preact';
import { KEY_HELP } from './keys.ts';
import { Panel } from './Panel.tsx';

export function KeyHelp(): JSX.Element {
  return (
    <Panel title="Keys">
      <dl class="keys">
        {KEY_HELP.map(([keys, words]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p class="small quiet">Holding an expression freezes the matches too: watch the ring around your face.</p>
    </Panel>
  );
}
