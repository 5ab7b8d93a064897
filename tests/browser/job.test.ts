/** The whole job, the way a person does it: add by right-click, make a face, press Enter. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveDemo } from '../../tools/demo-server.ts';
import { memesIn } from '../../tools/driver/library.ts';
import { liveResult } from '../../tools/driver/live.ts';
import type { Target } from '../../tools/driver/target.ts';
import { eventually } from './support/eventually.ts';
import { clickAddToGurn } from './support/right-click.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
let demo: Awaited<ReturnType<typeof serveDemo>>;

beforeAll(async () => {
  demo = await serveDemo();
  world = await createWorld();
});
afterAll(async () => {
  await world.end();
  await demo.close();
});

async function press(popup: Target, key: string, code: string, windowsVirtualKeyCode: number): Promise<void> {
  await popup.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, windowsVirtualKeyCode });
  await popup.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, windowsVirtualKeyCode });
}

it('finds a right-clicked picture by the face it wears, and puts its bytes into the message', async () => {
  const { gurn, page } = world;
  const picture = await world.picture('grin');
  const id = createHash('sha256').update(picture).digest('hex');
  const src = `data:image/jpeg;base64,${picture.toString('base64')}`;
  await page.evaluate((source) => {
    const image = Object.assign(new Image(), { src: source, alt: 'Best day ever' });
    document.body.append(image);
    return image.decode();
  }, src);
  await clickAddToGurn(gurn, page, src);
  await eventually(
    () => memesIn(gurn),
    (memes) => memes.some((meme) => meme.id === id && meme.name === 'Best day ever'),
    60_000,
  );

  await page.goto(`${demo.origin}/`);
  const composer = page.locator('[data-chat=discord-like] [role=textbox]');
  await composer.click();
  await page.keyboard.type('look at this');
  await world.film([await world.picture('laugh')]);
  const popup = await gurn.clickToolbar(page);
  const { matches } = await eventually(
    () => liveResult(popup, 1),
    (result) => result.matches[0]?.meme === id,
    60_000,
  );
  expect(matches[0]?.distance).toBeLessThan(matches[1]?.distance ?? 0);

  await eventually(
    () => popup.evaluate(() => document.querySelector('.match')?.getAttribute('data-meme')),
    (meme) => meme === id,
  );
  await press(popup, 'Enter', 'Enter', 13);
  const attachment = page.locator('[data-chat=discord-like] [data-attachment=pending]');
  await attachment.waitFor();
  expect(await attachment.getAttribute('data-sha256')).toBe(id);
  expect(await attachment.getAttribute('data-type')).toBe('image/jpeg');
  expect(await attachment.count()).toBe(1);
  expect(await composer.textContent()).toContain('look at this');
  expect(await page.locator('[data-attachment=sent]').count()).toBe(0);
  await eventually(
    () => memesIn(gurn),
    (memes) => memes.some((meme) => meme.id === id && meme.used.count === 1),
  );
});
