/** The built extension with the probe before its scripts, and with leave to load from this machine's number. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { root } from '../../../tools/paths.ts';

export interface Probed {
  readonly dist: string;
  /** Makes it a newer version, as an update does that lies there to be loaded. */
  raiseVersion(version: string): Promise<void>;
  remove(): Promise<void>;
}

const PROBE = 'probe.js';

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${file} is not as expected`);
  await writeFile(file, changed);
}

export async function buildProbed(): Promise<Probed> {
  const dist = await mkdtemp(join(tmpdir(), 'gurn-probed-'));
  await cp(resolve(process.env.GURN_DIST ?? 'dist'), dist, { recursive: true });
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: dist,
      emptyOutDir: false,
      target: 'chrome130',
      minify: false,
      lib: { entry: join(root, 'tests/faults/probe/index.ts'), formats: ['es'], fileName: () => PROBE },
    },
  });
  const manifest = join(dist, 'manifest.json');
  const set = (what: object) =>
    edit(manifest, (text) => JSON.stringify({ ...(JSON.parse(text) as Record<string, unknown>), ...what }));
  await set({ host_permissions: ['http://127.0.0.1/*'] });
  await edit(join(dist, 'service-worker-loader.js'), (text) => `import './${PROBE}';\n${text}`);
  await edit(join(dist, 'src/offscreen/index.html'), (text) =>
    text.replace('<script', `<script type="module" src="/${PROBE}"></script>\n    <script`),
  );
  return {
    dist,
    raiseVersion: (version) => set({ version }),
    remove: () => rm(dist, { recursive: true, force: true }),
  };
}
