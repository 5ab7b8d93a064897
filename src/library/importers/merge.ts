/** Makes one meme of two that are the same picture: the better bytes, and all that people gave to either. */
import type { Announcer } from '../changes.ts';
import type { Connection, Writing } from '../connection.ts';
import { strikeOff } from '../planned.ts';
import { deleteFaces, deleteWhole, WHOLE, type WholeStore } from '../records.ts';
import type { Face, Meme } from '../schema.ts';
import type { Signal } from './signal.ts';
import { IMPORT_STORES, type ImportStores, turn } from './turn.ts';

type MergeStores = WholeStore | ImportStores | 'settings';

export interface Merge {
  /**
   * Merges a picture of an import (`key`, in state `near`) with the meme that it looks like. Returns the meme that is
   * left; undefined when there is nothing to merge any more.
   */
  merge(key: number): Promise<string | undefined>;
}

const pixels = ({ width, height }: Meme): number => width * height;

/** More pixels; with as many, more bytes: less was thrown away when it was saved. */
const isBetter = (a: Meme, b: Meme): boolean => (pixels(a) === pixels(b) ? a.size > b.size : pixels(a) > pixels(b));

/** A name says something when it has a word in it: `IMG_0231` and a hash have none. */
const saysSomething = (name: string): boolean =>
  /\p{L}{3}/u.test(name.replace(/^(?:img|image|dsc|photo|picture)/i, ''));

const folded = (text: string): string => text.trim().toLowerCase();

/** The tags of both, and the name that goes, each once. */
function tagsOf(older: Meme, newer: Meme): string[] {
  const names = [newer.name].filter((name) => saysSomething(name) && folded(name) !== folded(older.name));
  const tags = new Map([...older.tags, ...newer.tags, ...names].map((tag) => [folded(tag), tag]));
  return [...tags.values()];
}

/** What is left of two: the picture and its faces are `winner`'s, the rest is of the older first. */
export function united(older: Meme, newer: Meme): Meme {
  const winner = isBetter(newer, older) ? newer : older;
  const { type, size, width, height, animated, indexed, fingerprint, id } = winner;
  return {
    ...older,
    ...{ id, type, size, width, height, animated, indexed, fingerprint },
    title: older.title || newer.title,
    tags: tagsOf(older, newer),
    used: { count: older.used.count + newer.used.count, last: Math.max(older.used.last, newer.used.last) },
  };
}

/** A face that a person gave to the picture which goes, as one of the picture that stays. */
function carried({ key: _, ...face }: Face, from: Meme, to: Meme): Face {
  const [scaleX, scaleY] = [to.width / from.width, to.height / from.height];
  const box =
    face.box && ([face.box[0] * scaleX, face.box[1] * scaleY, face.box[2] * scaleX, face.box[3] * scaleY] as const);
  return { ...face, box, meme: to.id };
}

export function createMerge(connection: Connection, { announce }: Pick<Announcer, 'announce'>, signal: Signal): Merge {
  return {
    async merge(key) {
      const merged = await connection.write([...WHOLE, ...IMPORT_STORES, 'settings'], (tx) => mergeIn(tx, key));
      signal.tell();
      if (!merged) return undefined;
      announce('removed', [merged.gone]);
      announce('updated', [merged.left]);
      announce('faces', [merged.left]);
      return merged.left;
    },
  };
}

async function mergeIn(tx: Writing<MergeStores>, key: number): Promise<{ left: string; gone: string } | undefined> {
  const item = await tx.objectStore('importItems').get(key);
  if (item?.state !== 'near' || item.meme === undefined || item.like === undefined) return undefined;
  const [newer, older] = [await tx.objectStore('memes').get(item.meme), await tx.objectStore('memes').get(item.like)];
  if (!newer || !older) {
    // One of them was deleted meanwhile: the other is left as it is.
    await turn(tx, item, { state: 'kept' });
    return undefined;
  }
  const meme = united(older, newer);
  const loser = meme.id === older.id ? newer : older;
  await moveGifts(tx, loser, meme);
  await deleteWhole(tx, [loser.id]);
  await strikeOff(tx, [older.id, newer.id]);
  await tx.objectStore('memes').put(meme);
  await turn(tx, item, { state: 'merged', meme: meme.id });
  await follow(tx, loser.id, meme.id);
  return { left: meme.id, gone: loser.id };
}

/** Taught and drawn faces and remembered picks go over; a meme is taught one face only, and the winner's own stays. */
async function moveGifts(tx: Writing<MergeStores>, from: Meme, to: Meme): Promise<void> {
  const faces = tx.objectStore('faces');
  const own = await faces.index('meme').getAll(to.id);
  for (const face of await faces.index('meme').getAll(from.id)) {
    const given = face.origin === 'taught' || face.origin === 'drawn';
    const has = face.origin === 'taught' && own.some(({ origin }) => origin === 'taught');
    if (given && !has) await faces.add(carried(face, from, to));
  }
  await deleteFaces(tx, from.id);
  const picks = tx.objectStore('picks');
  for (const pick of await picks.index('meme').getAll(from.id)) await picks.put({ ...pick, meme: to.id });
}

/** Other open questions about the picture that went are now about the one that is left. */
async function follow(tx: Writing<ImportStores>, from: string, to: string): Promise<void> {
  for (const { id } of await tx.objectStore('imports').getAll()) {
    for (const other of await tx.objectStore('importItems').index('state').getAll([id, 'near'])) {
      if (other.like === from) await tx.objectStore('importItems').put({ ...other, like: to });
      else if (other.meme === from) await tx.objectStore('importItems').put({ ...other, meme: to });
    }
  }
}
