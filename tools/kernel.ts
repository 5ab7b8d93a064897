/** The matcher's kernel, compiled from AssemblyScript into a module of TypeScript that holds its bytes. */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './paths.ts';

const SOURCES = join(root, 'src/engine/search/kernel');
const BYTES = join(root, 'build/search/kernel.ts');
const OPTIONS = '-O3 --enable simd --runtime stub --noAssert --use abort= --memoryBase 8 --initialMemory 4'.split(' ');

const changed = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function isCurrent(): boolean {
  const sources = readdirSync(SOURCES).map((name) => join(SOURCES, name));
  const newest = Math.max(
    ...[...sources, join(root, 'package-lock.json'), fileURLToPath(import.meta.url)].map(changed),
  );
  return changed(BYTES) >= newest;
}

/** AssemblyScript as WebAssembly. @throws Error with what the compiler says */
export async function compile(source: string): Promise<Uint8Array> {
  // Seldom needed, and slow to load.
  const { default: asc } = await import('assemblyscript/asc');
  const entry = relative(root, source);
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main([entry, ...OPTIONS, '--baseDir', root, '--outFile', 'kernel.wasm'], {
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') bytes = contents;
    },
  });
  if (error || !bytes) throw new Error(`${entry} does not compile: ${error?.message ?? ''}\n${stderr}`);
  return bytes;
}

/** Compiles the kernel into build/search unless what lies there is newer than its sources. */
export async function buildKernel(): Promise<void> {
  if (isCurrent()) return;
  const base64 = Buffer.from(await compile(join(SOURCES, 'index.ts'))).toString('base64');
  mkdirSync(dirname(BYTES), { recursive: true });
  writeFileSync(
    BYTES,
    `/** WebAssembly of src/engine/search/kernel, in base64. */\nexport const searchKernel =\n  '${base64}';\n`,
  );
}
