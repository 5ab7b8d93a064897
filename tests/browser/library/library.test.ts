import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VERSION } from '../../../src/library/migrations.ts';
import { eventually } from '../support/eventually.ts';
import { ORIGIN, openStage, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

beforeEach(async () => {
  page = await stage.open();
  await page.evaluate(async () => {
    const { library } = window.gurn;
    await library.memes.remove((await library.memes.list({ limit: 100_000 })).map(({ id }) => id));
  });
});

const audit = (view: Page) => view.evaluate(() => window.gurn.audit());

describe('the library in Chromium', () => {
  // The first test: Chromium remembers how much room there is for half a minute after a write.
  it('says that the disk is full, has added nothing, and goes on with what there is room for', async () => {
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: ORIGIN, quotaSize: 1_000_000 });
    expect(await page.evaluate(() => window.gurn.codeOf(window.gurn.add(2, 5_000_000)))).toBe('full');
    expect(await audit(page)).toEqual({ memes: 0, incomplete: [], orphans: 0 });
    expect(await page.evaluate(() => window.gurn.codeOf(window.gurn.add(3, 5_000)))).toBe('none');
    expect(await audit(page)).toEqual({ memes: 1, incomplete: [], orphans: 0 });
    await session.send('Storage.overrideQuotaForOrigin', { origin: ORIGIN });
  });

  it('gives back what was added, byte for byte', async () => {
    const found = await page.evaluate(async () => {
      const { library, add } = window.gurn;
      const { id } = await add(7, 70_000);
      const bytes = await library.memes.bytes(id);
      const [face] = await library.faces.ofMeme(id);
      const digest = await crypto.subtle.digest('SHA-256', (await bytes?.arrayBuffer()) ?? new ArrayBuffer(0));
      const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
      return { id, hex, type: bytes?.type, numbers: face?.embedding.byteLength, again: (await add(7, 70_000)).outcome };
    });
    expect(found).toEqual({ id: found.hex, hex: found.id, type: 'image/png', numbers: 256, again: 'duplicate' });
    expect(await audit(page)).toEqual({ memes: 1, incomplete: [], orphans: 0 });
  });

  it('tells another page what changed, once', async () => {
    const other = await stage.open();
    await other.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      window.gurn.library.changes.subscribe(({ type, ids }) => heard.push(`${type} ${ids.length}`));
    });
    await page.evaluate(async () => {
      const { id } = await window.gurn.add(1);
      await window.gurn.library.memes.remove([id]);
    });
    const heard = () => other.evaluate(() => Reflect.get(window, 'heard') as string[]);
    await eventually(heard, (lines) => lines.includes('removed 1'));
    expect(await heard()).toEqual(['added 1', 'removed 1']);
  });

  it('loses nothing that it had confirmed and halves nothing, when the browser is killed in the middle', async () => {
    const confirmed: string[] = [];
    await page.exposeFunction('confirm', (id: string) => confirmed.push(id));
    await page.evaluate(() => {
      const run = async () => {
        for (let seed = 100; ; seed++) {
          const { id } = await window.gurn.add(seed, 50_000);
          await Reflect.get(window, 'confirm')(id);
        }
      };
      void run();
    });
    await eventually(
      () => confirmed.length,
      (length) => length >= 20,
    );
    await stage.crash();

    page = await stage.open();
    const { memes, incomplete, orphans } = await audit(page);
    expect({ incomplete, orphans }).toEqual({ incomplete: [], orphans: 0 });
    const missing = await page.evaluate(async (ids) => {
      const there = await Promise.all(ids.map((id) => window.gurn.library.memes.get(id)));
      return there.filter((meme) => !meme).length;
    }, confirmed);
    expect(missing).toBe(0);
    expect(memes).toBeGreaterThanOrEqual(confirmed.length);
  });

  it('is seeded with stickers once, whatever page asks, and goes on where a closed page stopped', async () => {
    const pictures = ['a', 'b', 'c'].map((content) => Buffer.from(`sticker ${content}`));
    const stickers = pictures.map((bytes, i) => ({
      file: `${i}.webp`,
      name: `Sticker ${i}`,
      tags: [],
      type: 'image/webp',
      size: bytes.length,
      width: 256,
      height: 256,
      id: createHash('sha256').update(bytes).digest('hex'),
      embedding: new Array<number>(64).fill(0.05),
      spread: 0.84,
    }));
    stage.starter.set('catalogue.json', Buffer.from(JSON.stringify({ model: 'm', stickers })));
    stage.starter.set('0.webp', Buffer.from(pictures[0] ?? ''));
    const seed = (view: Page) =>
      view.evaluate(() => window.gurn.codeOf(window.gurn.seedStarter(window.gurn.library, location.origin)));
    expect(await seed(page)).toBe('starter');
    await page.close();

    for (const [i, bytes] of pictures.entries()) stage.starter.set(`${i}.webp`, bytes);
    const pages = [await stage.open(), await stage.open()];
    expect(await Promise.all(pages.map(seed))).toEqual(['none', 'none']);
    const [view] = pages;
    const faces = await view?.evaluate(async () => (await window.gurn.library.faces.all()).map(({ meme }) => meme));
    expect(faces?.toSorted()).toEqual(stickers.map(({ id }) => id).toSorted());
  });

  it('yields to a newer Gurn, and says so from then on', async () => {
    await page.evaluate(() => window.gurn.add(1));
    const newer = await stage.open();
    expect(await newer.evaluate(() => window.gurn.openNewer().then(({ version }) => version))).toBe(VERSION + 1);
    expect(await page.evaluate(() => window.gurn.codeOf(window.gurn.library.memes.count()))).toBe('newer-version');
  });
});
