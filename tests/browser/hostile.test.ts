/**
 * Six hundred hostile pictures through all of Gurn, the same each time; `npm run fuzz` sends more, and others.
 * docs/hostile-images.md says what is in them.
 */
import { beforeAll, expect, it } from 'vitest';
import { faultsOf, type Result, runCampaign } from '../../tools/fuzz/campaign.ts';
import { reportOf } from '../../tools/fuzz/report.ts';

const CORPUS = 20_261_128;
const CASES = 600;

let result: Result;
beforeAll(async () => {
  result = await runCampaign({ seed: CORPUS, numbers: Array.from({ length: CASES }, (_, number) => number) });
  console.log(reportOf(result));
}, 600_000);

it('no picture crashes, hangs, or leaves anything behind that is not whole', () => {
  expect(faultsOf(result)).toEqual([]);
});

it('every picture comes to an end: in the library, or refused', () => {
  const ends = result.cases.filter(({ end }) => end !== undefined);
  expect(ends.length).toBeGreaterThan(CASES);
  expect(ends.filter(({ end }) => end === 'added').length).toBeGreaterThan(CASES / 5);
  expect(ends.filter(({ end }) => end === 'refused').length).toBeGreaterThan(CASES / 5);
});

it('many go all the way: decoded, a face found, embedded and stored', () => {
  expect(result.cases.filter(({ faces }) => faces > 0).length).toBeGreaterThan(CASES / 8);
});
