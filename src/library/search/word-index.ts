/** Memes by the words of their names, tags, titles and sources. Typo-tolerant, through MiniSearch. */
import MiniSearch from 'minisearch';
import type { Meme } from '../schema.ts';
import { lookUp } from './terms.ts';
import { tokensOf } from './tokens.ts';

export type Searchable = Pick<Meme, 'id' | 'name' | 'tags' | 'title' | 'source'>;

/** Memes indexed at a stretch, about 10 ms: what else runs in the document, a camera say, goes on in between. */
const CHUNK = 200;
/** Characters of a source that are read: a `data:` address holds the whole picture. */
const SOURCE = 300;

/** What a person calls a meme counts for more than where it came from. */
const BOOST = { name: 3, tags: 3, title: 1.5, source: 1 };
type Field = keyof typeof BOOST;
const FIELDS = Object.keys(BOOST) as Field[];

function textOf(meme: Searchable, field: string): string {
  switch (field) {
    case 'id':
      return meme.id;
    case 'tags':
      return meme.tags.join(' ');
    case 'title':
      return meme.title;
    case 'source':
      return meme.source.slice(0, SOURCE).replace(/[?#].*$/s, '');
    default:
      return meme.name;
  }
}

export interface WordIndex {
  readonly size: number;
  /** Indexes many, in stretches. */
  fill(memes: readonly Searchable[]): Promise<void>;
  /** Adds a meme or replaces it. */
  put(meme: Searchable): void;
  remove(id: string): void;
  /** The memes that one word finds (as `wantedIn` cuts it), with scores from above 0 to 1. */
  find(token: string): ReadonlyMap<string, number>;
}

export function createWordIndex(): WordIndex {
  const index = new MiniSearch<Searchable>({
    fields: FIELDS,
    extractField: textOf,
    tokenize: tokensOf,
    processTerm: (term) => term,
    searchOptions: { boost: BOOST },
  });
  const remove = (id: string): void => {
    if (index.has(id)) index.discard(id);
  };
  const put = (meme: Searchable): void => {
    remove(meme.id);
    index.add(meme);
  };
  return {
    get size() {
      return index.documentCount;
    },
    fill: (memes) => index.addAllAsync(memes, { chunkSize: CHUNK }),
    put,
    remove,
    find(token) {
      const found = lookUp(index, token);
      // The best comes first.
      const [best = 1] = found.values();
      return new Map([...found].map(([id, score]) => [String(id), score / best]));
    },
  };
}
