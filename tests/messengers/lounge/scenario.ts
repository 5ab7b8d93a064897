/** What has to hold in The Lounge, in any browser that can play two users. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../browser/support/eventually.ts';
import { type Memes, sha256 } from '../support/memes.ts';
import { differingPixels, download } from '../support/pictures.ts';
import type { Scenario } from '../support/stage.ts';
import type { Tab, Users } from '../support/tab.ts';
import { type LoungeUser, login } from './client.ts';
import { type Lounge, startLounge } from './server.ts';

/** Uploads above this are refused, in KiB; the large meme has 600. */
const MAX_FILE_SIZE = 400;

export const lounge: Scenario = (stage) =>
  describe('The Lounge', () => {
    let server: Lounge;
    let users: Users;
    let memes: Memes;
    let annTab: Tab;
    let bobTab: Tab;
    let ann: LoungeUser;
    let bob: LoungeUser;

    beforeAll(async () => {
      ({ users, memes } = stage());
      server = await startLounge({ maxFileSize: MAX_FILE_SIZE });
      annTab = await users.first();
      bobTab = await users.second();
      bob = await login(bobTab, server.origin, 'bob');
      ann = await login(annTab, server.origin, 'ann');
    });
    afterAll(async () => {
      await server?.end();
    });

    const newMessage = async (before: number) => {
      const messages = await eventually(
        () => bob.messages(),
        (all) => all.length > before,
      );
      expect(messages.length).toBe(before + 1);
      return messages[before] ?? { from: '', text: '', links: [] };
    };

    it('brings a GIF picked by face into the message beside the text, and the other user gets its bytes', async () => {
      const uploads = await server.uploads();
      await ann.write('look at this');
      const told = await users.pick(annTab, memes.gif.face, memes.gif.sha256);
      expect(told.words).toBe('In your message.');
      const draft = await ann.draft();
      expect(draft).toMatch(/^look at this http:\S+\/uploads\/\S+\.gif $/);
      expect(await server.uploads()).toBe(uploads + 1);

      const before = (await bob.messages()).length;
      await ann.send();
      const message = await newMessage(before);
      expect(message).toEqual({ from: 'ann', text: draft.trim(), links: [draft.split(' ')[3]] });
      expect(sha256(await download(bobTab, message.links[0] ?? ''))).toBe(memes.gif.sha256);
    });

    it('brings a PNG, which The Lounge draws anew, pixel by pixel', async () => {
      await ann.write('and ');
      expect((await users.pick(annTab, memes.png.face, memes.png.sha256)).words).toBe('In your message.');
      const before = (await bob.messages()).length;
      await ann.send();
      const { links } = await newMessage(before);
      expect(links.length).toBe(1);
      const received = await download(bobTab, links[0] ?? '');
      expect(await differingPixels(bobTab, received, memes.png.buffer)).toBe(0);
    });

    it('says what The Lounge says of a file above its limit, and leaves the text alone', async () => {
      const uploads = await server.uploads();
      await ann.write('too much');
      const told = await users.pick(annTab, memes.large.face, memes.large.sha256);
      expect(await ann.complaint()).toMatch(/over the maximum allowed size/);
      expect(told.words).toBe('Not inserted: this site refused the picture.');
      expect(told.why).toContain(await ann.complaint());
      expect(await ann.draft()).toBe('too much');
      expect(await server.uploads()).toBe(uploads);
    });

    it('brings a JPEG byte for byte to users who let The Lounge keep metadata', async () => {
      ann = await login(annTab, server.origin, 'anna', { removeMetadata: false });
      await ann.write('unchanged');
      expect((await users.pick(annTab, memes.jpeg.face, memes.jpeg.sha256)).words).toBe('In your message.');
      const before = (await bob.messages()).length;
      await ann.send();
      const { links } = await newMessage(before);
      expect(sha256(await download(bobTab, links[0] ?? ''))).toBe(memes.jpeg.sha256);
    });

    it('does not call it inserted when the server hangs and dies in the middle', async () => {
      await ann.write('still here');
      const told = await users.pick(annTab, memes.gif.face, memes.gif.sha256, () => server.freeze());
      await server.crash();
      expect(told.words).toMatch(/^Probably inserted: look/);
      expect(await ann.draft()).toBe('still here');
    });

    it('says what The Lounge says when the server is gone', async () => {
      const told = await users.pick(annTab, memes.gif.face, memes.gif.sha256);
      expect(await ann.complaint()).toMatch(/currently disconnected/);
      expect(told.words).toBe('Not inserted: this site refused the picture.');
      expect(told.why).toContain(await ann.complaint());
      expect(await ann.draft()).toBe('still here');
    });
  });
