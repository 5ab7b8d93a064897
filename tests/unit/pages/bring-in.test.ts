import { expect, test, vi } from 'vitest';
import { createBringIn, MAX_BYTES } from '../../../src/pages/library/bring-in.ts';
import { droppedIn } from '../../../src/pages/library/dropped.ts';
import type { LibraryPorts } from '../../../src/pages/library/ports.ts';

function stage() {
  const put = vi.fn(async (_: { name: string }) => 'inbox-1');
  const index = vi.fn(async () => ({ outcome: 'added', meme: 'a', faces: 1 }) as const);
  const ports = { library: { inbox: { put } }, index } as unknown as LibraryPorts;
  return { put, index, bringIn: createBringIn(ports) };
}

/** A file that says it is this large, and holds nothing. */
function fileOf(size: number, name = 'cat.png'): File {
  const file = new File(['x'], name);
  Object.defineProperty(file, 'size', { value: size });
  return file;
}

test('a file beyond the engine’s limit is refused by its size, unread; one at the limit is not', async () => {
  const { bringIn, put } = stage();
  bringIn.add([fileOf(MAX_BYTES + 1, 'film.gif'), fileOf(MAX_BYTES, 'cat.png')]);
  expect(bringIn.arrivals.value[0]).toMatchObject({ name: 'film.gif', ending: { end: 'failed' } });
  await vi.waitFor(() => expect(bringIn.arrivals.value[1]?.ending).toEqual({ end: 'added', faces: 1 }));
  expect(put.mock.calls.map(([{ name }]) => name)).toEqual(['cat']);
});

test('the limit is said in the refusal', () => {
  const { bringIn } = stage();
  bringIn.add([fileOf(40_000_000)]);
  const ending = bringIn.arrivals.value[0]?.ending;
  expect(ending?.end === 'failed' && ending.message).toContain('(40.0 MB): a picture may have up to 33.6 MB');
});

test('a dropped folder is told apart from files, and what to do instead is said', () => {
  const { bringIn, put } = stage();
  const item = (name: string, isDirectory: boolean) => ({
    getAsFile: () => new File([], name),
    webkitGetAsEntry: () => ({ name, isDirectory }),
  });
  const items = [item('memes', true), item('cat.png', false)] as unknown as DataTransferItemList;
  const dropped = droppedIn({ items });
  expect(dropped.files.map(({ name }) => name)).toEqual(['cat.png']);
  bringIn.addDropped({ ...dropped, files: [] });
  const ending = bringIn.arrivals.value[0]?.ending;
  expect(ending?.end === 'failed' && ending.message).toMatch(/folder; open it/);
  expect(put).not.toHaveBeenCalled();
});
