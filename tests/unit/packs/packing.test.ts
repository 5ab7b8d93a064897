/** The library page's way with packs. */
import { afterEach, expect, it, vi } from 'vitest';
import { createPacking } from '../../../src/pages/library/packs/packing.ts';
import { freshName, open } from '../library/support.ts';
import { collector, contents, exported, filled, MODEL, OPTIONS } from './support.ts';

afterEach(() => vi.unstubAllGlobals());

/** The browser's dialog for saving, answered with `sink`, or with the error. */
const answer = (sink: WritableStream<Uint8Array> | Error) =>
  vi.stubGlobal('window', {
    showSaveFilePicker: async () => {
      if (sink instanceof Error) throw sink;
      return { name: 'mine.gurnpack', createWritable: async () => sink };
    },
  });

async function packingOver(name: string, count: number, searchAgain = vi.fn(async () => undefined)) {
  const library = count > 0 ? await filled(name, count) : await open(name);
  return { library, searchAgain, packing: createPacking({ library, model: MODEL, generator: 'test', searchAgain }) };
}

it('writes into the file that the person chose, and tells what is in it', async () => {
  const { packing } = await packingOver(freshName(), 3);
  const { sink, state, blob } = collector();
  answer(sink);
  await packing.exportPack(undefined, 3, false);
  expect(packing.ending.value).toMatchObject({ end: 'exported', file: 'mine.gurnpack', written: { memes: 3 } });
  expect(packing.work.value).toBeUndefined();
  expect(state.closed).toBe(true);
  expect(blob().size).toBeGreaterThan(0);
});

it('does nothing when the person closes the dialog', async () => {
  const { packing } = await packingOver(freshName(), 1);
  answer(new DOMException('closed', 'AbortError'));
  await packing.exportPack(undefined, 1, false);
  expect([packing.work.value, packing.ending.value]).toEqual([undefined, undefined]);
});

it('says so when the disk is full', async () => {
  const { packing } = await packingOver(freshName(), 1);
  const write = () => {
    throw new DOMException('The disk is full.', 'QuotaExceededError');
  };
  answer(new WritableStream({ write }));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await packing.exportPack(undefined, 1, false);
  expect(packing.ending.value).toEqual({ end: 'failed', doing: 'export', message: 'The disk is full.' });
});

it('can be cancelled, which leaves no pack and no part of one', async () => {
  const { packing } = await packingOver(freshName(), 20);
  const { sink, state } = collector();
  answer(sink);
  packing.work.subscribe((work) => work && work.done > 3 && packing.cancel());
  await packing.exportPack(undefined, 20, false);
  expect(packing.ending.value).toEqual({ end: 'cancelled', doing: 'export' });
  expect(state).toEqual({ aborted: true, closed: false });

  const name = freshName();
  const into = await packingOver(name, 0);
  into.packing.work.subscribe((work) => work && work.done > 3 && into.packing.cancel());
  const pack = await exported(await filled(freshName(), 20));
  await into.packing.importFile(new File([pack], 'a.gurnpack'));
  expect(into.packing.ending.value).toEqual({ end: 'cancelled', doing: 'import' });
  expect((await contents(name)).memes).toEqual([]);
});

it('has searched again what another embedder searched, and nothing else', async () => {
  const pack = await exported(await filled(freshName(), 2), OPTIONS);
  const same = await packingOver(freshName(), 0);
  await same.packing.importFile(new File([pack], 'a.gurnpack'));
  expect(same.searchAgain).not.toHaveBeenCalled();

  const library = await open();
  const searchAgain = vi.fn(async () => undefined);
  const other = createPacking({ library, model: 'a newer model', generator: 'test', searchAgain });
  await other.importFile(new File([pack], 'a.gurnpack'));
  expect(other.ending.value).toMatchObject({ end: 'imported', imported: { waiting: 2 } });
  expect(searchAgain).toHaveBeenCalledOnce();
});
