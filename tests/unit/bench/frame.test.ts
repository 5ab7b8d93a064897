import { describe, expect, it } from 'vitest';
import type { Run } from '../../../bench/frame/contender.ts';
import { figuresOf } from '../../../bench/frame/figures.ts';
import { tableOf } from '../../../bench/frame/table.ts';
import { partOf } from '../../../bench/package-parts.ts';
import { percentile } from '../../../bench/percentile.ts';

describe('a percentile', () => {
  it('is a value that was measured: the smallest that so many do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(percentile(hundred, 95)).toBe(95);
    expect(percentile(hundred, 100)).toBe(100);
    expect(percentile(hundred, 0)).toBe(1);
  });

  it('is the worst of a few, and nothing of none', () => {
    expect(percentile([3, 9, 4], 95)).toBe(9);
    expect(percentile([], 95)).toBeNaN();
  });
});

const run = (name: Run['name'], times: readonly number[], more: Partial<Run> = {}): Run => ({
  name,
  backend: 'wasm',
  setting: 'as it comes',
  times,
  found: times.length,
  stages: {},
  ...more,
});

describe('the figures of the frames', () => {
  const gurn = run('gurn', [10, 12, 11, 40], { found: 3, stages: { detect: [4, 6], embed: [5, 5] } });

  it('divides medians, which one slow frame does not move', () => {
    const figures = figuresOf([gurn, run('human', [46, 46, 46]), run('face-api', [23])]);
    expect(figures.medianMs).toBe(11.5);
    expect(figures.p95Ms).toBe(40);
    expect(figures.ratioToHuman).toBe(0.25);
    expect(figures.ratioToFaceApi).toBe(0.5);
    expect(figures.found).toBe(0.75);
    expect(figures.stages).toEqual({ detect: { medianMs: 5, p95Ms: 6 }, embed: { medianMs: 5, p95Ms: 5 } });
  });

  it('says why a peer is left out, in the figures and in the table', () => {
    const problem = 'its model is not here';
    const figures = figuresOf([gurn, run('human', [46]), run('face-landmarker', [], { problem })]);
    expect(figures.ratioToFaceLandmarker).toBeNull();
    expect(figures.leftOut).toEqual({ 'face-landmarker': problem });
    expect(tableOf(figures)).toMatch(/FaceLandmarker \| left out .*its model is not here/);
  });

  it('refuses to compare when Gurn itself did not run', () => {
    const failed = run('gurn', [], { problem: 'no WebAssembly' });
    expect(() => figuresOf([failed, run('human', [46])])).toThrow(/no WebAssembly/);
  });

  it('puts the ratio before the milliseconds', () => {
    const [head = '', , , human = ''] = tableOf(figuresOf([gurn, run('human', [46])])).split('\n');
    expect(head).toMatch(/÷.*median.*p95/);
    expect(human).toContain('| @vladmandic/human | 0.25 | 46.0 |');
  });
});

describe('the parts of the package', () => {
  it('tells scripts of hashed names by what they hold', () => {
    expect(partOf('assets/dist-abc.js', () => 'a @workgroup_size(64) b')).toContain('WebGPU');
    expect(partOf('assets/dist-def.js', () => 'gl_FragColor = x')).toContain('WebGL');
    expect(partOf('assets/shared.js', () => 'setOutput( broadcastTo()')).toContain('shared by its backends');
    expect(partOf('assets/index.js', () => 'h(1)')).toContain('views');
  });

  it('does not read what its path tells', () => {
    const never = (): string => {
      throw new Error('was read');
    };
    expect(partOf('wasm/vision_wasm_internal.wasm', never)).toBe('MediaPipe, WebAssembly');
    expect(partOf('starter/1f600.webp', never)).toBe('starter stickers');
    expect(partOf('manifest.json', never)).toBe('rest');
  });
});
