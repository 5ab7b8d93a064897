import type { JSX } from 'preact';
import { copyKeys } from '../ui/platform.ts';
import { keyHelp } from './keys.ts';
import { useModel } from './model.ts';
import { Panel } from './Panel.tsx';

export function KeyHelp(): JSX.Element {
  const { live, ports } = useModel();
  return (
    <Panel title="Keys">
      <dl class="keys">
        {keyHelp(live.shown.value.length || live.top.value, ports.inOwnTab, copyKeys()).map(([keys, words]) => (
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
