/** A database that is full, refuses, is slow, or was damaged on the disk. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { result, toasts } from '../browser/add/toasts.ts';
import { eventually } from '../browser/support/eventually.ts';
import { addUndisturbed, judge, trySecond } from './support/addition.ts';
import { chooseAdd } from './support/choose-add.ts';
import { holdLibrary } from './support/hold-library.ts';
import { openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await addUndisturbed(stage, stage.picture());
});
afterAll(() => stage.end());

/** The two contexts that write when a picture is added. */
const writers = {
  worker: async () => {
    const worker = await stage.worker();
    return (body: (argument: number) => number, argument: number) => worker.evaluate(body, argument);
  },
  'document that searches': async () => {
    const offscreen = await stage.gurn.offscreen();
    return (body: (argument: number) => number, argument: number) => offscreen.evaluate(body, argument);
  },
};

const failAt = (number: number): number => {
  globalThis.gurnProbe.database.failWrite(number, 'QuotaExceededError');
  return 0;
};
const writesMade = (): number => globalThis.gurnProbe.database.writes();

describe.each(Object.keys(writers) as (keyof typeof writers)[])('a full disk, in the %s', (who) => {
  it('says so and adds nothing, whichever write it is, and adds once there is room', async () => {
    const evaluate = await writers[who]();
    await evaluate(failAt, -1);
    await addUndisturbed(stage, stage.picture());
    const count = await evaluate(writesMade, 0);
    expect(count).toBeGreaterThan(0);
    let refused = 0;
    for (let write = 0; write < count; write += 1) {
      const picture = stage.picture();
      await (await writers[who]())(failAt, write);
      const said = await addUndisturbed(stage, picture);
      await (await writers[who]())(failAt, -1);
      expect(await judge(stage, picture, said), `write ${write}`).toEqual([]);
      // What is written beside the addition (its small picture) may fail without it.
      if (said.kind === 'done') continue;
      refused += 1;
      expect(said.text, `write ${write}`).toContain('no room left');
      expect(await trySecond(stage, picture, 'done')).toEqual([]);
    }
    expect(refused).toBeGreaterThan(0);
    expect((await stage.held()).waiting).toBe(0);
  });
});

describe('a database that refuses', () => {
  it('is told to whoever adds a picture, and takes it when it is there again', async () => {
    const picture = stage.picture();
    await (await stage.worker()).evaluate(() => globalThis.gurnProbe.database.refuse(true));
    const said = await addUndisturbed(stage, picture);
    expect(said).toMatchObject({ kind: 'error', text: expect.stringContaining('cannot open the library') });
    await (await stage.worker()).evaluate(() => globalThis.gurnProbe.database.refuse(false));
    expect(await trySecond(stage, picture, 'done')).toEqual([]);
  });

  it('is told in the popup, which works once it is there again', async () => {
    const popup = await stage.gurn.context.newPage();
    await popup.addInitScript(() => {
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (...args) {
        if (sessionStorage.getItem('works') === 'yes') return open.apply(this, args);
        throw new DOMException('Internal error opening backing store', 'UnknownError');
      };
    });
    await popup.goto(stage.gurn.url('src/popup/index.html?tab=1'));
    await popup.getByText('Your library cannot be opened').waitFor();
    await popup.getByRole('link', { name: 'Rescue your memes' }).waitFor();
    await popup.evaluate(() => sessionStorage.setItem('works', 'yes'));
    await popup.getByRole('button', { name: 'Try again' }).click();
    await popup.locator('.match img').first().waitFor({ timeout: 60_000 });
    await popup.close();
  });
});

describe('a slow database', () => {
  it('shows that it is at work, and adds once what was asked for twice', async () => {
    const picture = stage.picture();
    await stage.fresh();
    const release = await holdLibrary(stage.views);
    await chooseAdd(stage, picture, -1);
    await eventually(
      () => toasts(stage.page),
      ([toast]) => toast?.kind === 'working',
    );
    await chooseAdd(stage, picture, -1);
    expect(await toasts(stage.page)).toMatchObject([{ kind: 'working', text: 'Adding to Gurn…' }]);
    await release();
    const said = await result(stage.page);
    expect(said.text).toMatch(/^Added/);
    expect(await toasts(stage.page)).toHaveLength(1);
    expect(await judge(stage, picture, said)).toEqual([]);
  });
});
