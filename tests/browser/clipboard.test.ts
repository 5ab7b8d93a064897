/** The way out when there is nothing to insert into: the real clipboard, and what another program gets from it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { memesIn } from '../../tools/driver/library.ts';
import type { Target } from '../../tools/driver/target.ts';
import { eventually } from './support/eventually.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.film([await world.picture('laugh')]);
});
afterAll(() => world.end());

/** The page takes pictures that are pasted, and has nothing that looks like a message box. */
const becomePasteboard = (): Promise<void> =>
  world.page.evaluate(() => {
    document.querySelector('textarea')?.remove();
    document.addEventListener('paste', ({ clipboardData }) => {
      Object.assign(window, { pasted: clipboardData?.files[0] });
    });
  });

/** What was pasted: its type and its pixels. */
const pasted = (): Promise<{ type: string; width: number; height: number } | undefined> =>
  world.page.evaluate(async () => {
    const { pasted } = window as { pasted?: File };
    if (!pasted) return undefined;
    const { width, height } = await createImageBitmap(pasted);
    return { type: pasted.type, width, height };
  });

const best = (popup: Target): Promise<string | undefined> =>
  popup.evaluate(() => document.querySelector<HTMLElement>('[role=option][aria-selected=true]')?.dataset.meme);

async function press(popup: Target, key: string): Promise<void> {
  for (const type of ['keyDown', 'keyUp']) await popup.send('Input.dispatchKeyEvent', { type, key });
}

it('without a message box Enter copies the picture, and Ctrl+V pastes it as a PNG of the meme’s size', async () => {
  await becomePasteboard();
  const popup = await world.gurn.clickToolbar(world.page);
  await eventually(() => best(popup), Boolean, 60_000);
  await press(popup, ' ');
  const chosen = await best(popup);
  await press(popup, 'Enter');
  await eventually(
    () => popup.evaluate(() => document.querySelector('.delivered')?.textContent ?? ''),
    (words) => words.includes('Copied'),
    30_000,
  );
  await world.gurn.closePopups();
  await world.page.bringToFront();
  const picture = await eventually(async () => {
    await world.page.keyboard.press('Control+V');
    return pasted();
  });

  const meme = (await memesIn(world.gurn)).find(({ id }) => id === chosen);
  expect(meme).toBeDefined();
  expect(picture).toEqual({ type: 'image/png', width: meme?.width, height: meme?.height });
  await eventually(
    async () => (await memesIn(world.gurn)).find(({ id }) => id === chosen)?.used.count,
    (uses) => uses === 1,
  );
});
