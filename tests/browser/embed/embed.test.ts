import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../tools/paths.ts';
import { gif } from '../../unit/decode/pictures/gif.ts';
import { oriented, photograph } from '../../unit/decode/pictures/jpeg.ts';
import { png, pngHeader } from '../../unit/decode/pictures/png.ts';
import { eventually } from '../support/eventually.ts';
import { embed, killRenderers, lines, type Run, start } from './command.ts';

const Point = v.strictTuple([v.number(), v.number()]);
const Face = v.strictObject({
  frame: v.pipe(v.number(), v.integer(), v.minValue(0)),
  box: v.strictTuple([v.number(), v.number(), v.number(), v.number()]),
  score: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  keypoints: v.pipe(v.array(Point), v.length(6)),
  embedding: v.pipe(v.array(v.number()), v.length(64)),
});
const Success = v.strictObject({
  file: v.string(),
  width: v.pipe(v.number(), v.integer(), v.minValue(1)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1)),
  frames: v.pipe(v.number(), v.integer(), v.minValue(1)),
  faces: v.array(Face),
  error: v.null(),
});
const Failure = v.strictObject({
  file: v.string(),
  width: v.null(),
  height: v.null(),
  frames: v.null(),
  faces: v.pipe(v.array(Face), v.length(0)),
  error: v.pipe(v.string(), v.minLength(10)),
});
const Line = v.union([Success, Failure]);

let folder: string;
let run: Run;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gurn-embed-'));
  const write = (name: string, content: Uint8Array | string) => writeFile(join(folder, name), content);
  await mkdir(join(folder, 'more'));
  await mkdir(join(folder, 'more', 'empty'));
  await write('a-people.jpg', photograph());
  await write('b-bomb.png', pngHeader(50_000, 50_000));
  await write('c-people-again.jpg', photograph());
  await write('d-text.jpg', 'These are notes.\n');
  await write('e-blank.png', png(64, 48));
  await write('f-cut-off.jpg', photograph().subarray(0, 100_000));
  await write('ignored.txt', 'not a picture');
  await write('more/animated.gif', gif(8, 6, [{ colour: 0 }, { colour: 1 }, { colour: 2 }]));
  await write('more/turned.jpg', oriented(photograph(), 6));
  await write('no-extension', png(20, 30));
  await symlink('/nowhere/at/all.png', join(folder, 'g-dangling.png'));
  run = await embed([folder, join(folder, 'no-extension'), join(folder, 'missing.jpg'), '/dev/zero']);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const resultOf = (name: string) => {
  const result = run.results.find(({ file }) => file === join(folder, name));
  if (!result) throw new Error(`no line for ${name}`);
  return result;
};

describe('npm run embed over a folder with good and bad files', () => {
  it('prints a line for every picture, sorted, then for what else was named, and exits with 1', () => {
    const names = run.results.map(({ file }) => (file.startsWith(folder) ? relative(folder, file) : file));
    expect(names).toEqual([
      'a-people.jpg',
      'b-bomb.png',
      'c-people-again.jpg',
      'd-text.jpg',
      'e-blank.png',
      'f-cut-off.jpg',
      'g-dangling.png',
      'more/animated.gif',
      'more/turned.jpg',
      'no-extension',
      'missing.jpg',
      '/dev/zero',
    ]);
    expect(run.status).toBe(1);
  });

  it('prints nothing but lines of the promised shape', () => {
    for (const line of run.results) expect(v.safeParse(Line, line).issues).toBeUndefined();
  });

  it('says of each bad file what is wrong with it', () => {
    const errors = run.results.filter(({ error }) => error !== null).map(({ file, error }) => [file, error]);
    expect(errors).toEqual([
      [join(folder, 'b-bomb.png'), expect.stringContaining('50,000×50,000')],
      [join(folder, 'd-text.jpg'), expect.stringContaining('text file')],
      [join(folder, 'f-cut-off.jpg'), expect.stringContaining('cut off')],
      [join(folder, 'g-dangling.png'), expect.stringContaining('no such file')],
      [join(folder, 'missing.jpg'), expect.stringContaining('no such file')],
      ['/dev/zero', expect.stringContaining('neither a file nor a folder')],
    ]);
  });

  it('finds the faces of a photograph, largest first, inside it, with unit embeddings', () => {
    const { width, height, frames, faces } = resultOf('a-people.jpg');
    expect([width, height, frames]).toEqual([1920, 1280, 1]);
    expect(faces.length).toBeGreaterThan(0);
    const areas = faces.map(({ box: [, , w, h] }) => w * h);
    expect(areas).toEqual(areas.toSorted((a, b) => b - a));
    for (const { keypoints, embedding } of faces) {
      const [nose] = keypoints.slice(2);
      expect(nose?.[0]).toBeGreaterThan(0);
      expect(nose?.[0]).toBeLessThan(1920);
      expect(Math.hypot(...embedding)).toBeCloseTo(1, 4);
    }
  });

  it('gives the same file the same numbers', () => {
    expect(resultOf('c-people-again.jpg').faces).toEqual(resultOf('a-people.jpg').faces);
  });

  it('turns a photograph as EXIF says before it looks for faces', () => {
    expect(resultOf('more/turned.jpg')).toMatchObject({ width: 1280, height: 1920 });
  });

  it('counts the frames of an animation', () => {
    expect(resultOf('more/animated.gif')).toMatchObject({ width: 8, height: 6, frames: 3, faces: [] });
  });

  it('tells progress and rate on standard error', () => {
    expect(run.stderr).toMatch(/12 images, \d+ faces, 6 failed; [\d.]+ images\/s after a start of/);
  });
});

it('paths are relative to where the person stands, and come back as given', async () => {
  const file = '../node_modules/@vladmandic/face-api/demo/sample1.jpg';
  const { results, status } = await embed([file], join(root, 'tools'));
  expect(results).toMatchObject([{ file, width: 1920, error: null }]);
  expect(results[0]?.faces).toEqual(resultOf('a-people.jpg').faces);
  expect(status).toBe(0);
});

it('a picture that takes too long is given up', async () => {
  const { results, status } = await embed(['--time-limit', '0.001', join(folder, 'a-people.jpg')]);
  expect(results).toMatchObject([{ error: expect.stringContaining('given up') }]);
  expect(status).toBe(1);
});

it('a page that crashes costs the picture it was at, and is replaced', async () => {
  // Enough that the crash comes before the end.
  const files = Array.from({ length: 20 }, () => join(folder, 'a-people.jpg'));
  const child = start(['--workers', '1', ...files]);
  let stdout = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const crash = eventually(() => stdout.includes('\n')).then(() => killRenderers(child.pid ?? 0));
  const status = await new Promise((resolve) => child.once('close', resolve));
  await crash;
  const errors = lines(stdout).map(({ error }) => error);
  expect(errors).toHaveLength(files.length);
  expect(errors.filter((error) => error !== null)).toEqual([expect.stringContaining('crashed')]);
  expect(errors.at(-1)).toBeNull();
  expect(status).toBe(1);
});

it('stops when nobody reads any further', async () => {
  const child = start(Array.from({ length: 40 }, () => join(folder, 'a-people.jpg')));
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout?.once('data', () => child.stdout?.destroy());
  const status = await new Promise((resolve) => child.once('close', resolve));
  expect(status).toBe(0);
  expect(stderr).not.toMatch(/EPIPE|Error/);
  expect(Number(/(\d+) images, /.exec(stderr)?.[1])).toBeLessThan(40);
});

describe('wrong usage exits with 2 and says how it is used:', () => {
  it.each([
    ['no path', []],
    ['an unknown option', ['--frobnicate', 'x.jpg']],
    ['a number of browsers that is none', ['--workers', 'many', 'x.jpg']],
  ])('%s', async (_, args) => {
    const { status, stdout, stderr } = await embed(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage: npm run --silent embed --');
  });
});

it('--help tells the usage on standard output', async () => {
  const { status, stdout } = await embed(['--help']);
  expect(status).toBe(0);
  expect(stdout).toContain('Usage: npm run --silent embed --');
});
