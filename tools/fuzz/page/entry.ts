/** Runs in a page of the extension, with the importer's own library code. */
import { openLibrary } from '../../../src/library/index.ts';
import type { Envelope } from '../../../src/messages/envelope.ts';
import { audit, portraits } from './audit.ts';
import type { File } from './protocol.ts';

const opening = openLibrary();

const blobOf = ({ base64 }: File): Blob => new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))]);

globalThis.fuzz = {
  async feed(id, files) {
    const { imports } = await opening;
    await imports.begin(id, 'files');
    await imports.add(
      id,
      files.map((file) => ({ name: file.name, source: file.name, blob: blobOf(file) })),
    );
    await imports.gathered(id);
    const wake: Envelope = { gurn: 1, to: 'background', name: 'imports.wake', request: {} };
    await chrome.runtime.sendMessage(wake);
  },

  async progress() {
    const { imports } = await opening;
    const progress = (await imports.list()).map(async ({ id, state, trouble, begun = {} }) => {
      const waiting = await imports.items(id, ['waiting']);
      return { id, state, trouble, inHand: waiting.flatMap(({ name, key = -1 }) => (key in begun ? [name] : [])) };
    });
    return Promise.all(progress);
  },

  async collect(id) {
    const { imports } = await opening;
    const items = await imports.items(id);
    await imports.dismiss(id);
    return items.map(({ name, state, reason, tries = 0, faces }) => ({
      name,
      state,
      tries,
      ...(reason !== undefined && { reason }),
      ...(faces !== undefined && { faces }),
    }));
  },

  audit: () => audit('gurn'),
  portraits: (names) => portraits('gurn', names),
};
