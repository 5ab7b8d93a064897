/** Who is measured: our network as it ships, one of ours before it, and the peers. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Benchmark, SETS, type SetName } from './benchmark.ts';
import type { Vector } from './metrics/distance.ts';
import type { PeerName } from './peers/peer.ts';
import { DataError } from './sets/data.ts';
import { OURS, PEER_SETTINGS, type Setting } from './settings.ts';
import type { Store } from './store.ts';
import { type Network, PeerTeller, type Places, tellOurs } from './tell.ts';

type Told = Readonly<Record<SetName, ReturnType<Store['read']>>>;

export interface Contender {
  readonly name: string;
  readonly settings: readonly Setting[];
  readonly told: Told;
}

/** @throws DataError when the folder holds no exported embedder */
export function networkIn(folder: string): Network {
  const meta = join(folder, 'meta.json');
  if (!existsSync(meta)) throw new DataError(`${meta} is missing: an exported embedder has it beside its model.json.`);
  const { version }: { version: string } = JSON.parse(readFileSync(meta, 'utf8'));
  return { version, folder };
}

async function toldBy(tell: (set: SetName) => Promise<Store>, { counts }: Benchmark): Promise<Told> {
  const told: Partial<Record<SetName, ReturnType<Store['read']>>> = {};
  for (const set of SETS) told[set] = (await tell(set)).read(counts[set]);
  return told as Told;
}

export async function ours(title: string, network: Network, benchmark: Benchmark, places: Places): Promise<Contender> {
  const { sets, counts } = benchmark;
  const told = await toldBy((set) => tellOurs(network, { set: sets[set], count: counts[set] }, places), benchmark);
  return { name: network.version, settings: [{ ...OURS, title }], told };
}

export async function peer(name: PeerName, benchmark: Benchmark, places: Places): Promise<Contender> {
  const { sets, counts } = benchmark;
  const teller = new PeerTeller(name, places);
  try {
    const told = await toldBy((set) => teller.tell({ set: sets[set], count: counts[set] }), benchmark);
    return { name, settings: PEER_SETTINGS[name], told };
  } finally {
    await teller.close();
  }
}

/** What a contender says in one setting. */
export function vectorsIn({ told }: Contender, { of }: Setting): Record<SetName, Vector[]> {
  const entries = SETS.map((set) => [set, told[set].vectors.map((numbers) => numbers && of(numbers))] as const);
  return Object.fromEntries(entries) as Record<SetName, Vector[]>;
}
