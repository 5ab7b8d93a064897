/**
 * `tsx bench/search.ts [--json FILE] [--sizes 1000,100000] [--full]`: the ten nearest of 1,000 to 1,000,000 vectors of 64
 * numbers, beside four peers, in a real Chromium, and what reading the vectors from memory costs there. Once with
 * vectors as the embedder makes them, once with vectors of all directions alike. Peers that need minutes to build are
 * left out from some size on; `--full` gives each a quarter of an hour instead.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '../tools/kernel.ts';
import { root } from '../tools/paths.ts';
import { writeFigures } from './figures.ts';
import { SEARCH_SIZES } from './parts.ts';
import { type Kind, PEERS, type Peer, type Plan } from './search/contender.ts';
import { figuresOf, type SizeFigures } from './search/figures.ts';
import { tableOf } from './search/table.ts';
import { openWorld, type WithPage } from './world.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    sizes: { type: 'string', default: SEARCH_SIZES.join() },
    full: { type: 'boolean', default: false },
  },
});

/** The largest size at which a peer is built in about a minute, and memory holds what it makes of it. */
const LARGEST: Readonly<Record<Kind, Readonly<Record<Peer, number>>>> = {
  embeddings: { plain: 1e6, 'hnswlib-wasm': 1e5, edgevec: 1e4, orama: 1e5 },
  uniform: { plain: 1e6, 'hnswlib-wasm': 1e4, edgevec: 1e3, orama: 1e5 },
};
const BUILD_LIMIT_MS = 75_000;
const PATIENCE_MS = 900_000;
/** Changes are measured where the goals are told. */
const CHANGED = 100_000;

type Given = Pick<Plan, 'means' | 'reader'>;

async function measure(withPage: WithPage, kind: Kind, size: number, given: Given): Promise<SizeFigures> {
  const peers = PEERS.filter((peer) => values.full || size <= LARGEST[kind][peer]);
  const plan: Plan = {
    ...given,
    kind,
    size,
    peers,
    queries: size > 100_000 ? 20 : 200,
    buildLimitMs: values.full ? PATIENCE_MS : BUILD_LIMIT_MS,
    changes: kind === 'embeddings' && size === CHANGED,
  };
  const figures = figuresOf(await withPage((page) => page.evaluate((wanted) => measureSearch(wanted), plan)));
  const late = PEERS.filter((peer) => !peers.includes(peer));
  const why = 'takes minutes to build, or more memory than there is: see --full';
  return { ...figures, leftOut: { ...figures.leftOut, ...Object.fromEntries(late.map((peer) => [peer, why])) } };
}

async function main(): Promise<void> {
  const { prototypes } = JSON.parse(await readFile(join(root, 'models/prototypes.json'), 'utf8')) as {
    prototypes: { mean: number[] }[];
  };
  const reader = Buffer.from(await compile(join(root, 'bench/search/kernel/read.ts'))).toString('base64');
  const given = { means: prototypes.map(({ mean }) => mean), reader };
  const world = await openWorld('search');
  const all: Record<Kind, Record<string, SizeFigures>> = { embeddings: {}, uniform: {} };
  try {
    for (const kind of ['embeddings', 'uniform'] as const) {
      for (const size of values.sizes.split(',')) {
        // A minute more to show the same again.
        if (kind === 'uniform' && Number(size) > CHANGED && !values.full) continue;
        all[kind][size] = await measure(world.withPage, kind, Number(size), given);
      }
      console.log(`\n${kind === 'uniform' ? 'Uniform directions' : 'Embeddings'}\n\n${tableOf(all[kind])}`);
    }
    const changes = all.embeddings[String(CHANGED)]?.changes;
    if (changes) {
      const { addUs, removeUs, searchAfterMs } = changes;
      console.log(`\nAt ${CHANGED.toLocaleString('en')} vectors: one is added in ${addUs.toFixed(1)} µs, removed in`);
      console.log(`${removeUs.toFixed(1)} µs, and the search right after takes ${searchAfterMs.toFixed(2)} ms.`);
    }
    await writeFigures(values.json, { search: { ...all.embeddings, uniform: all.uniform } });
  } finally {
    await world.close();
  }
}

await main();
