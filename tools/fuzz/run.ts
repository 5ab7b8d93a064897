/** Sends cases through the importer and judges what becomes of them. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Case } from './case.ts';
import { judge, type Verdict } from './judge.ts';

/** Pictures of one import. */
const BATCH = 50;
/** Imports that are open at once: the next is handed over while the last are worked on. */
const AHEAD = 3;
const LOOK_MS = 100;

export interface Judged extends Verdict {
  readonly case: Omit<Case, 'bytes'>;
  readonly faces: number;
  /** Why it was refused. */
  readonly reason: string | undefined;
}

export interface Report {
  readonly cases: readonly Judged[];
  /** The case that was in hand longest, and for how long (ms), to a tenth of a second. */
  readonly slowest: { readonly number: number; readonly ms: number };
}

/** Nothing moves any more. */
export class HangError extends Error {
  override readonly name = 'HangError';
}

const nameOf = (number: number): string => `case ${number}`;
const numberOf = (name: string): number => Number(name.slice(nameOf(0).length - 1));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @param cases made as they are needed
 * @param limitMs how long a picture may be in hand
 * @throws HangError
 */
export async function runCases(
  page: Page,
  cases: Iterable<Case>,
  limitMs: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<Report> {
  const source = cases[Symbol.iterator]();
  const open = new Map<string, Map<number, Case>>();
  const judged: Judged[] = [];
  const begun = new Map<string, number>();
  let slowest = { number: -1, ms: 0 };

  const feed = async (): Promise<void> => {
    const batch: Case[] = [];
    for (let next = source.next(); !next.done; next = source.next()) {
      batch.push(next.value);
      if (batch.length === BATCH) break;
    }
    if (batch.length === 0) return;
    const id = randomUUID();
    open.set(id, new Map(batch.map((one) => [one.number, one])));
    const files = batch.map(({ number, bytes }) => ({
      name: nameOf(number),
      base64: Buffer.from(bytes).toString('base64'),
    }));
    await page.evaluate(([id, files]) => globalThis.fuzz.feed(id, files), [id, files] as const);
  };

  const collect = async (id: string): Promise<void> => {
    const batch = open.get(id);
    open.delete(id);
    for (const outcome of await page.evaluate((id) => globalThis.fuzz.collect(id), id)) {
      const made = batch?.get(numberOf(outcome.name));
      if (!made) throw new Error(`nobody handed ${outcome.name} over`);
      const { bytes: _, ...rest } = made;
      judged.push({ case: rest, faces: outcome.faces ?? 0, reason: outcome.reason, ...judge(made, outcome) });
    }
    onProgress(judged.length);
  };

  const keepTime = (inHand: readonly string[]): void => {
    const now = performance.now();
    for (const name of begun.keys()) if (!inHand.includes(name)) begun.delete(name);
    for (const name of inHand) {
      const ms = now - (begun.get(name) ?? now);
      begun.set(name, now - ms);
      if (ms > slowest.ms) slowest = { number: numberOf(name), ms };
      if (ms > limitMs) throw new HangError(`${name} has been in hand for ${Math.round(ms / 1000)} s.`);
    }
  };

  await feed();
  while (open.size > 0) {
    if (open.size < AHEAD) await feed();
    const progress = await page.evaluate(() => globalThis.fuzz.progress());
    keepTime(progress.flatMap(({ inHand }) => inHand));
    for (const { id, state, trouble } of progress) {
      if (state === 'paused') throw new HangError(`Gurn stopped the import by itself: ${trouble}`);
      if (state === 'done' && open.has(id)) await collect(id);
    }
    await pause(LOOK_MS);
  }
  return { cases: judged, slowest };
}
