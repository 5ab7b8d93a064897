import * as v from 'valibot';
import type { Connection, Reading, Writing } from './connection.ts';
import { LibraryError } from './errors.ts';

const milliseconds = v.exactOptional(v.number());

const Settings = v.object({
  /** What the embedder runs on. */
  backend: v.picklist(['auto', 'webgpu', 'webgl', 'wasm']),
  /** Milliseconds per embedding of each backend, as the engine measured them here. */
  backendMeasurement: v.nullable(
    v.strictObject({
      model: v.string(),
      userAgent: v.string(),
      ms: v.strictObject({ webgpu: milliseconds, webgl: milliseconds, wasm: milliseconds }),
    }),
  ),
  /** The camera's device id; empty for any. */
  camera: v.string(),
  /** The preview is a mirror. */
  mirrored: v.boolean(),
  /** Holding an expression freezes the matches. */
  holdToFreeze: v.boolean(),
  /** How many matches are shown large. */
  top: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  /** Picks are remembered and change the order; see picks.ts. */
  learnPicks: v.boolean(),
  /** See identity.ts. */
  identity: v.string(),
  /** Digest of the sticker catalogue that was last seeded completely. */
  starterSeeded: v.string(),
  /** Memes that the person deleted and may still take back; see removals.ts. */
  pendingRemovals: v.array(v.string()),
});
export type Settings = Readonly<v.InferOutput<typeof Settings>>;
export type SettingName = keyof Settings;

const DEFAULTS: Settings = {
  backend: 'auto',
  backendMeasurement: null,
  camera: '',
  mirrored: true,
  holdToFreeze: true,
  top: 3,
  learnPicks: true,
  identity: '',
  starterSeeded: '',
  pendingRemovals: [],
};

export interface SettingsStore {
  /** A setting's value; its default when it was never set or what is stored is damaged. */
  get<N extends SettingName>(name: N): Promise<Settings[N]>;
  all(): Promise<Settings>;
  /** @throws LibraryError invalid */
  set<N extends SettingName>(name: N, value: Settings[N]): Promise<void>;
}

const OneOrMore = v.partial(Settings);

/** Is this a setting, with a value that it may have? */
const isSound = (name: string, value: unknown): boolean =>
  Object.hasOwn(DEFAULTS, name) && value !== undefined && v.is(OneOrMore, { [name]: value });

/** A setting within a transaction of others. */
export async function readSetting<N extends SettingName>(
  tx: Reading<'settings'> | Writing<'settings'>,
  name: N,
): Promise<Settings[N]> {
  const stored = await tx.objectStore('settings').get(name);
  return isSound(name, stored?.value)
    ? v.parse(Settings, { ...DEFAULTS, [name]: stored?.value })[name]
    : DEFAULTS[name];
}

export function createSettings(connection: Connection): SettingsStore {
  async function all(): Promise<Settings> {
    const stored = await connection.read(['settings'], (tx) => tx.objectStore('settings').getAll());
    const sound = stored.filter(({ name, value }) => isSound(name, value));
    return v.parse(Settings, { ...DEFAULTS, ...Object.fromEntries(sound.map(({ name, value }) => [name, value])) });
  }
  return {
    all,
    get: async (name) => (await all())[name],
    async set(name, value) {
      if (!isSound(name, value)) throw new LibraryError('invalid', `This is no value of the setting "${name}".`);
      await connection.write(['settings'], (tx) => tx.objectStore('settings').put({ name, value }));
    },
  };
}
