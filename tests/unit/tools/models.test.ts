import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildDetectors, ChecksumError } from '../../../tools/models.ts';
import { root } from '../../../tools/paths.ts';
import { ModelFileError, withMetadata } from '../../../tools/tflite.ts';

const PACKAGE = '@mediapipe/face_detection';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gurn-models-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the detectors', () => {
  it('are derived from the npm package, its bytes untouched behind the new head', () => {
    buildDetectors(folder);
    expect(readdirSync(folder).sort()).toEqual(['full_range_sparse.tflite', 'short_range.tflite']);
    const original = readFileSync(join(root, 'node_modules', PACKAGE, 'face_detection_short_range.tflite'));
    const derived = readFileSync(join(folder, 'short_range.tflite'));
    expect(derived.includes(original.subarray(8))).toBe(true);
    expect(derived.includes('TFLITE_METADATA')).toBe(true);
  });

  it('are not derived from a package that was tampered with, and nothing is written', () => {
    const modules = join(folder, 'modules');
    cpSync(join(root, 'node_modules', PACKAGE), join(modules, PACKAGE), { recursive: true });
    const file = join(modules, PACKAGE, 'face_detection_short_range.tflite');
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const out = join(folder, 'out');
    expect(() => buildDetectors(out, modules)).toThrow(ChecksumError);
    expect(readdirSync(out)).not.toContain('short_range.tflite');
  });

  it('are made again when the built file was damaged', () => {
    const [sha] = Object.values(buildDetectors(folder));
    writeFileSync(join(folder, 'short_range.tflite'), 'damaged');
    expect(Object.values(buildDetectors(folder))[0]).toBe(sha);
    expect(readFileSync(join(folder, 'short_range.tflite')).length).toBeGreaterThan(200_000);
  });

  it('cannot be made of what is no model', () => {
    expect(() => withMetadata(Buffer.from('not a model at all'), new Uint8Array(4))).toThrow(ModelFileError);
  });
});
