/** What has to hold in converse.js, in any browser that can play two users. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../browser/support/eventually.ts';
import { type FaceMeme, type Memes, sha256 } from '../support/memes.ts';
import { download } from '../support/pictures.ts';
import type { Scenario } from '../support/stage.ts';
import type { Tab, Users } from '../support/tab.ts';
import { type ConverseUser, login } from './client.ts';
import { ACCOUNTS, type Converse, startConverse } from './server.ts';

/** Uploads above this are refused, in bytes; the large meme has 600 KiB. */
const MAX_FILE_SIZE = 500 * 1024;

/** What Gurn asks before it gives a picture to a chat like this one, and the answer. */
const SENDS_AT_ONCE = 'This chat sends a picture the moment it gets it.';
const YES = 'Send it now';

export const converse: Scenario = (stage) =>
  describe('converse.js', () => {
    let server: Converse;
    let users: Users;
    let memes: Memes;
    let annTab: Tab;
    let bobTab: Tab;
    let ann: ConverseUser;
    let bob: ConverseUser;

    beforeAll(async () => {
      ({ users, memes } = stage());
      server = await startConverse({ maxFileSize: MAX_FILE_SIZE });
      annTab = await users.first();
      bobTab = await users.second();
      // Whoever comes first makes the room.
      ann = await login(annTab, server.origin, ACCOUNTS[0]);
      bob = await login(bobTab, server.origin, ACCOUNTS[1]);
    });
    afterAll(async () => {
      await server?.end();
    });

    const pick = async (meme: FaceMeme, meanwhile?: () => void) => {
      const asked = await users.pick(annTab, meme.face, meme.sha256, meanwhile);
      expect(asked.words).toBe(SENDS_AT_ONCE);
      return asked;
    };

    it('sends nothing before the user has agreed', async () => {
      await ann.write('look at this');
      await pick(memes.gif);
      expect(await server.uploads()).toBe(0);
      expect(await bob.messages()).toEqual([]);
      expect(await ann.draft()).toBe('look at this');
    });

    it.each(['gif', 'png', 'jpeg'] as const)(
      'sends a %s once, byte for byte, and leaves the text alone',
      async (kind) => {
        const uploads = await server.uploads();
        const before = (await bob.messages()).length;
        const told = await (await pick(memes[kind])).choose(YES);
        expect(told.words).toBe('Sent.');
        const messages = await eventually(
          () => bob.messages(),
          (all) => all.length > before,
        );
        expect(messages.length).toBe(before + 1);
        expect(messages.at(-1)).toMatchObject({ from: 'ann', picture: true });
        expect(sha256(await download(bobTab, messages.at(-1)?.text ?? ''))).toBe(memes[kind].sha256);
        expect(await server.uploads()).toBe(uploads + 1);
        expect(await ann.draft()).toBe('look at this');
      },
    );

    it('says what converse.js says of a file above its limit, and leaves the text alone', async () => {
      const uploads = await server.uploads();
      const told = await (await pick(memes.large)).choose(YES);
      expect(await ann.complaint()).toMatch(/exceeds the maximum allowed by your server/);
      expect(told.words).toBe('Not inserted: this site refused the picture.');
      expect(told.why).toContain(await ann.complaint());
      expect(await server.uploads()).toBe(uploads);
      expect(await ann.draft()).toBe('look at this');
    });

    it('does not call a file sent when the server hangs', async () => {
      const told = await (await pick(memes.gif, () => server.freeze())).choose(YES);
      expect(told.words).toMatch(/^Probably inserted: look/);
      expect(await ann.draft()).toBe('look at this');
    });
  });
