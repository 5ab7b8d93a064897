/** What a panel is sent of a meme: by message, since it can read no database. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import type { Library } from '../../../src/library/index.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));
const { panelHandlers } = await import('../../../src/background/panel/index.ts');

const MIB = 1024 * 1024;
const meme = 'a'.repeat(64);
const sender = { documentId: 'mine', frameId: 3, tab: { id: 7 } } as Runtime.MessageSender;
const of = (size: number, type: string): Blob => new Blob([new Uint8Array(size)], { type });

function panelOver(file: Blob | undefined, thumb: Blob | undefined) {
  const library = { memes: { bytes: async () => file }, thumbs: { get: async () => thumb } };
  return panelHandlers({
    library: async () => library as unknown as Library,
    insert: async () => ({ outcome: 'no-composer', reason: '' }),
  });
}

beforeEach(() => {
  const panel = { openings: [], admitted: [{ document: 'mine', tab: 7 }] };
  vi.stubGlobal('chrome', { storage: { session: { get: async () => ({ panel }) } } });
});
afterEach(() => vi.unstubAllGlobals());

it('shows the thumbnail, never a large file', async () => {
  const withThumb = panelOver(of(3 * MIB, 'image/gif'), of(900, 'image/webp'));
  expect(await withThumb['panel.picture']({ meme }, sender)).toMatchObject({ type: 'image/webp' });
  const small = panelOver(of(MIB, 'image/gif'), undefined);
  expect(await small['panel.picture']({ meme }, sender)).toMatchObject({ type: 'image/gif' });
  const large = panelOver(of(2 * MIB, 'image/gif'), undefined);
  expect(await large['panel.picture']({ meme }, sender)).toBeNull();
  expect(await panelOver(undefined, undefined)['panel.picture']({ meme }, sender)).toBeNull();
});

it('copies the file itself, unless it is more than a message can carry', async () => {
  const panel = panelOver(of(3 * MIB, 'image/gif'), of(900, 'image/webp'));
  expect(await panel['panel.file']({ meme }, sender)).toMatchObject({ type: 'image/gif' });
  const huge = panelOver({ size: 46 * MIB } as Blob, undefined);
  await expect(huge['panel.file']({ meme }, sender)).rejects.toMatchObject({ code: 'too-large' });
});

it('sends nothing to a document that was not admitted', async () => {
  const panel = panelOver(of(9, 'image/gif'), undefined);
  const stranger = { ...sender, documentId: 'other' } as Runtime.MessageSender;
  for (const name of ['panel.picture', 'panel.file'] as const) {
    await expect(panel[name]({ meme }, stranger)).rejects.toMatchObject({ code: 'forbidden' });
  }
});
