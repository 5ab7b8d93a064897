import { afterAll, beforeAll, expect, it } from 'vitest';
import { addToLibrary, namesOf } from '../../tools/driver/library.ts';
import { liveResult } from '../../tools/driver/live.ts';
import type { Target } from '../../tools/driver/target.ts';
import { eventually } from './support/eventually.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  const memes = ['grin', 'thoughtful'] as const;
  const files = await Promise.all(
    memes.map(async (name) => ({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: await world.picture(name) })),
  );
  await addToLibrary(world.gurn, files);
});
afterAll(() => world.end());

const bestOf = async (popup: Target): Promise<string | undefined> => {
  const { matches } = await liveResult(popup, 1);
  const names = await namesOf(popup, matches);
  // Starter stickers stand between people's pictures: the best picture of a person is asked for.
  return matches.map(({ meme }) => names.get(meme)).find((name) => name === 'grin' || name === 'thoughtful');
};

it('ranks another person with the same expression first, and follows when the expression changes', async () => {
  await world.film([await world.picture('laugh'), await world.picture('serious')], 4);
  const popup = await world.gurn.clickToolbar(world.page);
  await eventually(
    () => bestOf(popup),
    (name) => name === 'grin',
    60_000,
  );
  await eventually(
    () => bestOf(popup),
    (name) => name === 'thoughtful',
    60_000,
  );
  await eventually(
    () => bestOf(popup),
    (name) => name === 'grin',
    60_000,
  );
  await world.gurn.closePopups();
  expect(await world.gurn.hasOffscreen()).toBe(true);
});
