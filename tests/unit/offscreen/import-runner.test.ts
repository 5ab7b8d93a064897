import { expect, test, vi } from 'vitest';
import type { Library } from '../../../src/library/index.ts';
import { type RunnerParts, runImports } from '../../../src/offscreen/import/runner.ts';
import { open, picture } from '../library/support.ts';

async function begun({ imports }: Library, names: readonly string[], gathering = false): Promise<string> {
  const id = crypto.randomUUID();
  await imports.begin(id, 'files');
  await imports.add(
    id,
    names.map((name) => ({ name, source: name, blob: picture(name) })),
  );
  if (!gathering) await imports.gathered(id);
  return id;
}

const partsFor = ({ imports }: Library, waiting: RunnerParts['work']['waiting']): RunnerParts => ({
  imports,
  lanes: { fetch: 1, waiting: 3 },
  work: { fetch: async () => undefined, waiting },
  room: async () => undefined,
  isGathering: async () => false,
});

test('every picture is worked on once, the next before the last is done, and the run ends with the imports', async () => {
  const library = await open();
  await begun(library, ['a', 'b', 'c', 'd', 'e']);
  const seen: string[] = [];
  let tellSecond = (): void => undefined;
  const second = new Promise<void>((resolve) => {
    tellSecond = resolve;
  });
  await runImports(
    partsFor(library, async ({ key, name }) => {
      seen.push(name);
      if (seen.length === 1) await second;
      else tellSecond();
      await library.imports.settle(key, { state: 'failed', reason: 'no' });
    }),
  );
  expect(seen.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect((await library.imports.list())[0]).toMatchObject({ state: 'done', counts: { failed: 5 } });
});

test('what is no fault of a picture pauses the import and says why; the picture waits', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const library = await open();
  await begun(library, ['a']);
  await runImports(
    partsFor(library, async () => {
      throw new Error('There is no room left.');
    }),
  );
  expect((await library.imports.list())[0]).toMatchObject({
    state: 'paused',
    trouble: 'There is no room left.',
    counts: { waiting: 1 },
  });
});

test('an import whose page is gone ends, and says that it was cut short', async () => {
  const library = await open();
  await begun(library, ['a'], true);
  const work = ({ key }: { key: number }) => library.imports.settle(key, { state: 'failed', reason: 'no' });
  await runImports(partsFor(library, async (item) => void (await work(item))));
  const [record] = await library.imports.list();
  expect(record).toMatchObject({ state: 'done', gathering: false });
  expect(record?.trouble).toContain('The page was closed');
});

test('a picture that was begun before is worked on alone', async () => {
  const library = await open();
  await begun(library, ['a', 'b', 'c', 'd']);
  await library.imports.claim('waiting', new Set());
  const inHand = new Set<string>();
  const beside = new Map<string, number>();
  await runImports(
    partsFor(library, async ({ key, name }) => {
      inHand.add(name);
      beside.set(name, inHand.size - 1);
      await library.imports.settle(key, { state: 'failed', reason: 'no' });
      inHand.delete(name);
    }),
  );
  expect(beside.size).toBe(4);
  expect(beside.get('a')).toBe(0);
});
