import type { JSX } from 'preact';
import { SiteSwitches } from '../ui/SiteSwitches.tsx';
import { Switch } from '../ui/Switch.tsx';
import { CopyReport } from './CopyReport.tsx';
import { useModel } from './model.ts';
import { Panel } from './Panel.tsx';

export function Settings(): JSX.Element {
  const model = useModel();
  const { live, mirrored, ports } = model;
  return (
    <Panel title="Settings">
      <Cameras />
      <Switch label="Mirror the picture" on={mirrored.value} onChange={model.setMirrored} />
      <Switch label="Holding an expression freezes" on={live.holdToFreeze.value} onChange={model.setHoldToFreeze} />
      <SiteSwitches sites={ports.site} />
      <button type="button" class="button" onClick={() => ports.openPage('library')}>
        Your memes and all settings
      </button>
      <div class="last-insertion">
        <span class="small quiet">How the last insertion went, without your words or pictures:</span>
        <CopyReport instead="" />
      </div>
    </Panel>
  );
}

function Cameras(): JSX.Element {
  const model = useModel();
  const state = model.live.state.value;
  const cameras = state.phase === 'watching' ? state.cameras : [];
  const wanted = cameras.some(({ id }) => id === model.camera.value) ? model.camera.value : '';
  return (
    <label class="field">
      <span>Camera</span>
      <select value={wanted} onChange={({ currentTarget }) => model.setCamera(currentTarget.value)}>
        <option value="">{state.phase === 'watching' ? `Any (now: ${state.camera.label})` : 'Any'}</option>
        {cameras.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
