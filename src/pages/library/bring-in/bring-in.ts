/** The imports as the page sees and starts them. The work itself goes on without the page. */
import { signal } from '@preact/signals';
import { addressesIn, nameOfAddress, originsOf } from '../../../library/importers/addresses.ts';
import { IMGFLIP_LIST, IMGFLIP_PICTURES } from '../../../library/importers/imgflip.ts';
import type { NewItem } from '../../../library/importers/index.ts';
import type { ImportRecord, Library } from '../../../library/index.ts';
import { createPictures } from '../../../ui/pictures.ts';
import { chosen, type Found } from './dropped.ts';
import { inBatches } from './hand-over.ts';
import type { ImportPorts } from './ports.ts';
import { throttled } from './throttled.ts';

export interface BringInPorts {
  readonly library: Pick<Library, 'imports' | 'memes' | 'thumbs'>;
  readonly imports: ImportPorts;
}

/** How often what is shown is read anew at most (ms). */
const REFRESH_MS = 250;

const NOT_AN_ADDRESS = 'This is no web address: it must begin with https:// or http://.';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const hostsOf = (origins: readonly string[]): string => origins.map((origin) => new URL(origin).host).join(', ');

export type BringIn = ReturnType<typeof createBringIn>;

export function createBringIn({ library, imports: { wake, allow, granted } }: BringInPorts) {
  const { imports } = library;
  /** Newest first. */
  const all = signal<readonly ImportRecord[]>([]);
  /** Those that were begun on this page, newest first. */
  const mine = signal<readonly string[]>([]);
  const trouble = signal('');
  /** What the person pasted or typed as addresses. */
  const addresses = signal('');

  const guarded = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      console.error('Gurn: something could not be brought in', error);
      trouble.value = messageOf(error);
    }
  };

  const read = throttled(REFRESH_MS, () =>
    guarded(async () => {
      all.value = await imports.list();
    }),
  );
  imports.subscribe(read);
  read();

  /** The lock says that this page is there, for as long as it hands pictures over. */
  async function bring(kind: ImportRecord['kind'], batches: AsyncIterable<readonly NewItem[]>): Promise<void> {
    const id = crypto.randomUUID();
    mine.value = [id, ...mine.value];
    trouble.value = '';
    await guarded(() =>
      navigator.locks.request(`gurn.import.${id}`, async () => {
        await imports.begin(id, kind);
        let failure = '';
        try {
          for await (const batch of batches) {
            if (!(await imports.add(id, batch))) break;
            await wake();
          }
        } catch (error) {
          failure = `Some of your files were not brought in. ${messageOf(error)}`;
        }
        await imports.gathered(id, failure);
        await wake();
      }),
    );
  }

  /** Asks at once, while the click is handled. Undefined when nothing at all may be loaded: then that was said. */
  async function permitted(origins: string[]): Promise<boolean> {
    const asked = allow(origins).catch((error: unknown) => {
      console.warn('Gurn: permission could not be asked for', error);
      return false;
    });
    if (await asked) return true;
    if ((await granted(origins)).length > 0) return true;
    trouble.value = `Nothing was loaded: you did not let Gurn load from ${hostsOf(origins)}.`;
    return false;
  }

  const files = (found: AsyncIterable<Found>, kind: 'files' | 'pasted' = 'files'): Promise<void> =>
    bring(kind, inBatches(found));

  return {
    all,
    mine,
    trouble,
    addresses,
    /** Small pictures of memes. */
    pictures: createPictures(
      { bytes: async (id) => (await library.thumbs.get(id)) ?? (await library.memes.bytes(id)) },
      60,
    ),
    read,

    add: (chosenFiles: readonly File[]): void => void files(chosen(chosenFiles)),
    addDropped: (found: AsyncIterable<Found>): void => void files(found),
    addPasted: (pasted: readonly File[]): void => void files(chosen(pasted), 'pasted'),

    /** To be called while a click is handled. */
    async addAddresses(): Promise<void> {
      const { addresses: wanted, strange } = addressesIn(addresses.value);
      if (wanted.length === 0) {
        trouble.value = 'There is no web address in this: each begins with https:// or http://.';
        return;
      }
      if (!(await permitted(originsOf(wanted)))) return;
      addresses.value = '';
      const items: NewItem[] = [
        ...wanted.map((address) => ({ name: nameOfAddress(address), source: address })),
        ...strange.map((word) => ({ name: word.slice(0, 80), source: word, reason: NOT_AN_ADDRESS })),
      ];
      await bring('addresses', one(items));
    },

    /** To be called while a click is handled. */
    async addTemplates(): Promise<void> {
      if (!(await permitted([...originsOf([IMGFLIP_LIST]), IMGFLIP_PICTURES]))) return;
      await bring('imgflip', one([{ name: 'imgflip’s popular templates', source: IMGFLIP_LIST, holds: 'templates' }]));
    },

    pause: (id: string): Promise<void> => guarded(() => imports.pause(id)),
    cancel: (id: string): Promise<void> => guarded(() => imports.cancel(id)),
    dismiss: (id: string): Promise<void> => guarded(() => imports.dismiss(id)),
    resume: (id: string): Promise<void> =>
      guarded(async () => {
        await imports.resume(id);
        await wake();
      }),
    keepBoth: (key: number): Promise<void> => guarded(() => imports.keepBoth(key)),
    merge: (keys: readonly number[]): Promise<void> =>
      guarded(async () => {
        for (const key of keys) await imports.merge(key);
      }),
  };
}

async function* one<T>(value: T): AsyncGenerator<T> {
  yield value;
}
