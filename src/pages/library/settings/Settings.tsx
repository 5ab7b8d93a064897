import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Settings as Values } from '../../../library/index.ts';
import { SiteSwitches } from '../../../ui/SiteSwitches.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { useModel } from '../model.ts';
import { Learning } from './Learning.tsx';
import { StoragePart } from './StoragePart.tsx';

const BACKENDS: readonly (readonly [value: Values['backend'], label: string])[] = [
  ['auto', 'The fastest here, measured once'],
  ['webgpu', 'WebGPU'],
  ['webgl', 'WebGL'],
  ['wasm', 'WebAssembly (no graphics card)'],
];

const backendOf = (value: string): Values['backend'] => BACKENDS.find(([name]) => name === value)?.[0] ?? 'auto';

export function Settings(): JSX.Element {
  const { library, sites, openPage } = useModel().ports;
  const { settings } = library;
  const [values, setValues] = useState<Values>();
  const [note, setNote] = useState('');
  const fail = (error: unknown): void => setNote(error instanceof Error ? error.message : String(error));
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once
  useEffect(() => void settings.all().then(setValues, fail), [settings]);

  const save = <N extends keyof Values>(name: N, value: Values[N], done = ''): void => {
    settings
      .set(name, value)
      .then(() => settings.all())
      .then((all) => {
        setValues(all);
        setNote(done);
      }, fail);
  };
  return (
    <section class="settings" aria-labelledby="settings">
      <h2 id="settings">Settings</h2>
      <div class="part">
        <h3>Where you chat</h3>
        <p class="small quiet">There one click inserts. Everywhere else Gurn works when you click its icon.</p>
        <SiteSwitches sites={sites} />
      </div>
      <div class="part">
        <h3>Camera and matching</h3>
        {values && (
          <>
            <Switch label="Mirror the camera’s picture" on={values.mirrored} onChange={(on) => save('mirrored', on)} />
            <Switch
              label="Holding an expression freezes the matches"
              on={values.holdToFreeze}
              onChange={(on) => save('holdToFreeze', on)}
            />
            <label class="field">
              <span>Expressions are computed with</span>
              <select
                value={values.backend}
                onChange={({ currentTarget }) =>
                  save('backend', backendOf(currentTarget.value), 'Used the next time Gurn’s camera starts.')
                }
              >
                {BACKENDS.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <div class="actions">
              <button type="button" class="button small" onClick={() => openPage('welcome')}>
                Camera permission and first steps
              </button>
              <button
                type="button"
                class="button small"
                disabled={values.backendMeasurement === null}
                onClick={() =>
                  save(
                    'backendMeasurement',
                    null,
                    'It is measured anew the next time Gurn loads its models: five minutes after its last use, or when the browser starts.',
                  )
                }
              >
                Measure the speed anew
              </button>
            </div>
          </>
        )}
        <p class="small quiet" role="status">
          {note}
        </p>
      </div>
      <div class="part">
        <Learning />
      </div>
      <div class="part">
        <StoragePart />
      </div>
    </section>
  );
}
