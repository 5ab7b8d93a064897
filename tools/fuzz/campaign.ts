/** A whole run: memes that must survive it, the cases, and a look at the library and the processes afterwards. */
import type { Page } from 'playwright-core';
import { type Case, caseOf } from './case.ts';
import type { Peaks } from './memory.ts';
import type { Audit } from './page/protocol.ts';
import { remarked } from './recipes/sound.ts';
import { type Judged, runCases } from './run.ts';
import { makeSeeds, type Seed } from './seeds.ts';
import { openStage, type Stage } from './stage.ts';

/** What is promised of any file whatsoever. */
export const BOUNDS = {
  /** Milliseconds that a picture is in hand, others beside it. */
  pictureMs: 60_000,
  /** Megabytes of the extension's process, at four pictures in hand. */
  rendererMegabytes: 2_000,
  gpuMegabytes: 1_000,
} as const;

export interface Campaign {
  /** Which corpus. */
  readonly seed: number;
  readonly numbers: readonly number[];
  readonly dist?: string;
  readonly onProgress?: (done: number) => void;
}

export interface Result {
  readonly cases: readonly Judged[];
  readonly slowest: { readonly number: number; readonly ms: number };
  readonly peaks: Peaks | undefined;
  readonly crashes: readonly string[];
  /** What the engine's document complained of, and how often. */
  readonly complaints: ReadonlyMap<string, number>;
  readonly audit: Audit;
  /** Memes that were in the library before and are not the same any more. */
  readonly changed: readonly string[];
  /** How many memes came in that no case accounts for; less than 0: that are missing. */
  readonly unaccounted: number;
  /** A script that lay in a picture has run. */
  readonly ranScript: boolean;
  readonly seconds: number;
}

/** Cases that are memes of a person: they come in first. Their numbers are below those of any corpus. */
const guardians = (seeds: readonly Seed[]): Case[] =>
  seeds.map((seed, i) => ({
    number: -1 - i,
    recipe: 'guardian',
    what: seed.name,
    bytes: remarked(seed, 'mine'),
    expected: 'added',
  }));

const ask = {
  audit: (page: Page) => page.evaluate(() => globalThis.fuzz.audit()),
  portraits: (page: Page, names: readonly string[]) =>
    page.evaluate((names) => globalThis.fuzz.portraits(names), names),
};

export async function runCampaign({ seed, numbers, dist, onProgress }: Campaign): Promise<Result> {
  const seeds = await makeSeeds();
  const stage = await openStage(dist);
  try {
    return await runOn(stage, seeds, seed, numbers, onProgress);
  } finally {
    await stage.end();
  }
}

async function runOn(
  { page, complaints, peaks, ranScript }: Stage,
  seeds: readonly Seed[],
  seed: number,
  numbers: readonly number[],
  onProgress?: (done: number) => void,
): Promise<Result> {
  const mine = await runCases(page, guardians(seeds), BOUNDS.pictureMs);
  const names = mine.cases.map(({ case: { number } }) => `case ${number}`);
  const before = await ask.portraits(page, names);
  const { memes } = await ask.audit(page);

  const started = performance.now();
  function* corpus(): Generator<Case> {
    for (const number of numbers) yield caseOf(seeds, seed, number);
  }
  const { cases, slowest } = await runCases(page, corpus(), BOUNDS.pictureMs, onProgress);
  const seconds = (performance.now() - started) / 1000;

  const audit = await ask.audit(page);
  const after = await ask.portraits(page, names);
  const added = cases.filter(({ end }) => end === 'added').length;
  return {
    cases: [...mine.cases, ...cases],
    slowest,
    peaks: await peaks(),
    crashes: complaints.crashes(),
    complaints: complaints.said(),
    audit,
    changed: names.filter((name) => before[name] === undefined || before[name] !== after[name]),
    unaccounted: audit.memes - memes - added,
    ranScript: await ranScript(),
    seconds,
  };
}

/** All that is wrong, a line each; none: the run is a success. */
export function faultsOf(result: Result): string[] {
  const { cases, peaks, crashes, complaints, audit, changed, unaccounted } = result;
  const faults = cases.flatMap(({ case: { number, recipe, what }, fault }) =>
    fault === undefined ? [] : [`case ${number} (${recipe}: ${what}) ${fault}`],
  );
  faults.push(...crashes.map((address) => `crashed: ${address}`));
  for (const [text, times] of complaints) faults.push(`said ${times} times: ${text}`);
  faults.push(...audit.faults.map((fault) => `in the library: ${fault}`));
  faults.push(...changed.map((name) => `a meme that was there before is not as it was: ${name}`));
  if (unaccounted !== 0) faults.push(`the library has ${unaccounted} memes that no case accounts for`);
  if (result.ranScript) faults.push('a script that lay in a picture has run');
  if (peaks && peaks.renderer > BOUNDS.rendererMegabytes) faults.push(`held ${Math.round(peaks.renderer)} MB`);
  if (peaks && peaks.gpu > BOUNDS.gpuMegabytes) faults.push(`the GPU process held ${Math.round(peaks.gpu)} MB`);
  return faults;
}
