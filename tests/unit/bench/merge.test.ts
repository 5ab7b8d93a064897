import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { chosen, merge } from '../../../bench/merge.ts';
import { PARTS, type Part, SEARCH_SIZES } from '../../../bench/parts.ts';

const part = (name: string, schema: Part['schema'] = v.unknown()): Part => ({ name, script: `${name}.ts`, schema });
const frames = part('frame', v.looseObject({ frame: v.looseObject({ p95Ms: v.number() }) }));
const size = part('package', v.looseObject({ package: v.looseObject({ bytes: v.number() }) }));

describe('joining the figures of the parts', () => {
  it('puts them side by side, with what no schema asks for', () => {
    const { figures, problems } = merge([
      { part: frames, written: { frame: { p95Ms: 20, medianMs: 12 } }, status: 0 },
      { part: size, written: { package: { bytes: 3 } }, status: 0 },
    ]);
    expect(figures).toEqual({ frame: { p95Ms: 20, medianMs: 12 }, package: { bytes: 3 } });
    expect(problems).toEqual([]);
  });

  it('keeps the others when one part wrote nothing, and says which', () => {
    const { figures, problems } = merge([
      { part: frames, written: undefined, status: 1 },
      { part: size, written: { package: { bytes: 3 } }, status: 0 },
    ]);
    expect(figures).toEqual({ package: { bytes: 3 } });
    expect(problems).toEqual(['frame: frame.ts ended with 1', 'frame: frame.ts wrote no figures']);
  });

  it('names a figure that is missing, and keeps what was written beside it', () => {
    const { figures, problems } = merge([{ part: frames, written: { frame: { medianMs: 12 } }, status: 0 }]);
    expect(figures).toEqual({ frame: { medianMs: 12 } });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('frame.p95Ms');
  });

  it('says which part is not there', () => {
    const { problems } = merge([{ part: size, written: undefined, status: 'absent' }]);
    expect(problems).toEqual(['package: there is no package.ts; it was not measured']);
  });

  it('counts a part that ended badly as a problem although its figures are whole', () => {
    const { problems } = merge([{ part: size, written: { package: { bytes: 3 } }, status: null }]);
    expect(problems).toEqual(['package: package.ts ended with a signal']);
  });
});

describe('choosing parts', () => {
  it('takes all when none is named', () => {
    expect(chosen(PARTS, undefined)).toBe(PARTS);
  });

  it('keeps the order in which they run', () => {
    expect(chosen(PARTS, 'search, frame').map(({ name }) => name)).toEqual(['frame', 'search']);
  });

  it('refuses a part that it does not know, and names those it knows', () => {
    expect(() => chosen(PARTS, 'frame,speed')).toThrow(/"speed".*frame, search/);
  });
});

describe('the figures that are promised', () => {
  const asks = (name: string, written: unknown): string[] => {
    const wanted = PARTS.filter((one) => one.name === name);
    return merge(wanted.map((one) => ({ part: one, written, status: 0 }))).problems;
  };
  const searched = { ms: 0.1, ratioToBandwidth: 1.2, recall: 1, ratioToBestPeer: 0.3 };
  const search = Object.fromEntries(SEARCH_SIZES.map((n) => [n, searched]));
  const frame = { medianMs: 12, p95Ms: 20, ratioToHuman: 0.2, ratioToFaceLandmarker: 0.5, ratioToFaceApi: 0.3 };

  it.each([
    ['frame', { frame }],
    ['search', { search }],
    ['start', { start: { coldMs: 900, warmMs: 300 } }],
    ['idle', { idle: { closedCpuPercent: 0 } }],
    ['memory', { memory: { after1: 100, after100: 101 } }],
    ['package', { package: { bytes: 20_000_000 } }],
  ])('%s: all of them are enough, one less is not', (name, written: Record<string, object>) => {
    expect(asks(name, written)).toEqual([]);
    const [[key, figures] = ['', {}]] = Object.entries(written);
    for (const figure of Object.keys(figures)) {
      const { [figure]: _, ...others } = figures as Record<string, unknown>;
      expect(asks(name, { [key]: others }).join(), `${key} without ${figure}`).toContain(`${key}.${figure}`);
    }
  });

  it('lets the ratio to FaceLandmarker be unknown where its model is not there', () => {
    expect(asks('frame', { frame: { ...frame, ratioToFaceLandmarker: null } })).toEqual([]);
    expect(asks('frame', { frame: { ...frame, ratioToHuman: null } })).not.toEqual([]);
  });
});
