/** Lets a model look at a set's pictures, as far as it has not seen them. */
import { join } from 'node:path';
import { embedFiles } from '../../tools/embed/index.ts';
import { root } from '../../tools/paths.ts';
import { digestOfAll, digestsOf } from '../../tools/supply/compare.ts';
import { type PeerName, recordLength } from './peers/peer.ts';
import { openPeer, type PeerWorld } from './peers/world.ts';
import { makePictures, type PictureSet, pathOf } from './sets/set.ts';
import { Store, type Told } from './store.ts';

/** Pictures between two savings. */
const BATCH = 64;

export interface Places {
  /** Where pictures and vectors are kept. */
  readonly cache: string;
  /** MediaPipe's model. */
  readonly landmarker: string;
}

/** A set, and how many of its pictures are wanted. */
export interface Wanted {
  readonly set: PictureSet;
  readonly count: number;
}

export interface Network {
  readonly version: string;
  /** Folder of an exported embedder. */
  readonly folder: string;
}

function progress(model: string, set: string, done: number, count: number): void {
  process.stderr.write(`\r${model}, ${set}: ${done} of ${count}   ${done === count ? '\n' : ''}`);
}

/** Another engine finds other faces, and must look again. */
const engine = digestOfAll(digestsOf(join(root, 'src/engine'))).slice(0, 8);

/** Our own network, with `npm run embed`'s engine. */
export async function tellOurs(
  { version, folder }: Network,
  { set, count }: Wanted,
  { cache }: Places,
): Promise<Store> {
  const store = new Store(cache, `${version}.${engine}`, set.name, 64);
  const todo = set.ids.slice(store.count(), count);
  if (todo.length === 0) return store;
  const pictures = join(cache, 'pictures');
  await makePictures(pictures, set, todo);
  const paths = todo.map((id) => join(pictures, pathOf(set, id)));
  let batch: Told[] = [];
  const save = (): void => {
    store.append(batch);
    batch = [];
    progress(version, set.name, store.count(), count);
  };
  for await (const { faces, error } of embedFiles(paths, { embedder: folder })) {
    if (error) console.error(`\n${error}`);
    batch.push({ numbers: faces[0]?.embedding ?? null, ms: 0 });
    if (batch.length === BATCH) save();
  }
  save();
  return store;
}

/** A peer, in pages of its own. Its browser is started when there is something to do, and closed by `close`. */
export class PeerTeller {
  readonly #places: Places;
  readonly #peer: PeerName;
  #world: PeerWorld | undefined;

  constructor(peer: PeerName, places: Places) {
    this.#peer = peer;
    this.#places = places;
  }

  async tell({ set, count }: Wanted): Promise<Store> {
    const { cache, landmarker } = this.#places;
    const store = new Store(cache, this.#peer, set.name, recordLength(this.#peer));
    const pictures = join(cache, 'pictures');
    while (store.count() < count) {
      const todo = set.ids.slice(store.count(), Math.min(count, store.count() + BATCH));
      await makePictures(pictures, set, todo);
      this.#world ??= await openPeer(this.#peer, pictures, landmarker);
      store.append(await this.#world.describe(todo.map((id) => pathOf(set, id))).then(told));
      progress(this.#peer, set.name, store.count(), count);
    }
    return store;
  }

  async close(): Promise<void> {
    await this.#world?.close();
  }
}

const told = (described: readonly { readonly numbers: readonly number[] | null; readonly ms: number }[]): Told[] => [
  ...described,
];
