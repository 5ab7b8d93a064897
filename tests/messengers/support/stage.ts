/** One browser and its memes for all messengers: starting either takes longer than a test does. */
import { afterAll, beforeAll, describe } from 'vitest';
import { addMemes, type Memes } from './memes.ts';
import type { Users } from './tab.ts';

export interface Stage {
  readonly users: Users;
  readonly memes: Memes;
}

/** The tests of one messenger. `stage` may be called from hooks and tests only. */
export type Scenario = (stage: () => Stage) => void;

/** Plays the scenarios in a browser, one after the other. */
export function playIn(browser: string, launch: () => Promise<Users>, scenarios: readonly Scenario[]): void {
  describe(browser, () => {
    let users: Users | undefined;
    let memes: Memes | undefined;

    beforeAll(async () => {
      users = await launch();
      memes = await addMemes(users, await users.first());
    });
    afterAll(async () => {
      await users?.end();
    });

    const stage = (): Stage => {
      if (!users || !memes) throw new Error('the browser has not started yet');
      return { users, memes };
    };
    for (const scenario of scenarios) scenario(stage);
  });
}
