import { describe, expect, it } from 'vitest';
import { parseArguments, UsageError } from '../../../tools/fuzz/arguments.ts';
import { faultsOf, type Result } from '../../../tools/fuzz/campaign.ts';
import { isForPeople, judge } from '../../../tools/fuzz/judge.ts';
import { reportOf } from '../../../tools/fuzz/report.ts';

const REASON = 'The picture is cut off: part of its file is missing. Download or copy it again.';
const outcome = { name: 'case 1', state: 'added', tries: 1 } as const;
const refused = { ...outcome, state: 'failed', reason: REASON } as const;

describe('a case', () => {
  it('that was added, or refused in words, is well', () => {
    expect(judge({}, outcome)).toEqual({ end: 'added' });
    expect(judge({ expected: 'added' }, { ...outcome, state: 'near' })).toEqual({ end: 'added' });
    expect(judge({ expected: 'refused' }, refused)).toEqual({ end: 'refused' });
    expect(judge({}, { ...outcome, state: 'duplicate' })).toEqual({ end: 'duplicate' });
  });

  it.each([
    ['never came to an end', judge({}, { ...outcome, state: 'waiting' }), /ended as "waiting"/],
    ['took Gurn down', judge({}, { ...outcome, tries: 2 }), /begun 2 times/],
    ['is sound and was refused', judge({ expected: 'added' }, refused), /is sound/],
    ['was to be refused and was added', judge({ expected: 'refused' }, outcome), /to be refused/],
    ['was refused without a word', judge({}, { ...refused, reason: '' }), /refused with ""/],
    ["was refused in a program's words", judge({}, { ...refused, reason: 'TypeError: x is undefined.' }), /TypeError/],
  ])('that %s is a fault', (_, verdict, fault) => {
    expect(verdict.fault).toMatch(fault);
  });

  it.each([
    'no',
    'the picture is small but begins so.',
    'Failed to execute createImageBitmap on Window.',
    'It ends with no stop',
  ])('is not told of by "%s"', (text) => expect(isForPeople(text)).toBe(false));
});

describe('a run', () => {
  const well: Result = {
    cases: [{ case: { number: 1, recipe: 'sound', what: 'png' }, end: 'added', faces: 1, reason: undefined }],
    slowest: { number: 1, ms: 900 },
    peaks: { renderer: 300, gpu: 90 },
    crashes: [],
    complaints: new Map(),
    audit: { memes: 5, faces: 5, faults: [] },
    changed: [],
    unaccounted: 0,
    ranScript: false,
    seconds: 2,
  };

  it('without a fault says so', () => {
    expect(faultsOf(well)).toEqual([]);
    expect(reportOf(well)).toMatch(/1 added\n1 of those added have a face\n.*\n0 faults$/s);
  });

  it.each<[string, Partial<Result>]>([
    ['a document that crashed', { crashes: ['chrome-extension://x/src/offscreen/index.html'] }],
    ['an error that nobody caught', { complaints: new Map([['Gurn: an import had to stop', 3]]) }],
    ['a library that is not whole', { audit: { memes: 5, faces: 5, faults: ['a meme without its picture'] } }],
    ['a meme that was there and changed', { changed: ['case -1'] }],
    ['a picture that ran as a script', { ranScript: true }],
    ['a meme too many', { unaccounted: 1 }],
    ['a meme too few', { unaccounted: -1 }],
    ['more memory than is promised', { peaks: { renderer: 2_100, gpu: 90 } }],
    ['more memory beside it than is promised', { peaks: { renderer: 300, gpu: 1_100 } }],
    ['a case with a fault', { cases: well.cases.map((one) => ({ ...one, fault: 'ended as "waiting"' })) }],
  ])('with %s has one', (_, change) => {
    expect(faultsOf({ ...well, ...change })).toHaveLength(1);
  });
});

describe('npm run fuzz', () => {
  it('takes how many, of which corpus, or one case of it', () => {
    expect(parseArguments([], 5)).toEqual({ help: false, cases: 1000, seed: 5, only: undefined, out: undefined });
    expect(parseArguments(['--cases', '30', '--seed', '7'], 5)).toMatchObject({ cases: 30, seed: 7 });
    expect(parseArguments(['--seed', '7', '--case', '9', '--out', 'x'], 5)).toMatchObject({ only: 9, out: 'x' });
  });

  it.each([[['--cases', 'many']], [['--case', '3']], [['--out', 'x']], [['--nonsense']], [['--seed', '-1']]])(
    'refuses %j',
    (args) => {
      expect(() => parseArguments(args, 5)).toThrow(UsageError);
    },
  );
});
