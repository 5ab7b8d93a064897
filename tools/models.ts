/**
 * `npm run models`: derives the two face detectors from the npm package @mediapipe/face_detection (Apache-2.0).
 * The package's files lack the input metadata that tasks-vision demands; it is added here. What goes in and what comes
 * out is held to models/detectors/checksums.json.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publicDir, root } from './paths.ts';
import { withMetadata } from './tflite.ts';
import { imageModelMetadata } from './tflite-metadata.ts';

interface Checksums {
  readonly package: string;
  readonly detectors: Readonly<Record<string, { from: string; source: string; result: string }>>;
}

export class ChecksumError extends Error {
  readonly code = 'checksum';
  constructor(what: string, expected: string, found: string) {
    super(
      `${what} is not the expected file (SHA-256 ${found}, expected ${expected}). ` +
        'Run `npm ci` to restore the package; after a deliberate update, renew models/detectors/checksums.json.',
    );
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function check(what: string, bytes: Uint8Array, expected: string): void {
  const found = sha256(bytes);
  if (found !== expected) throw new ChecksumError(what, expected, found);
}

/** BlazeFace's networks take pixels as -1 to 1. */
const NORMALISATION = { mean: 127.5, std: 127.5 };

/**
 * Writes `<name>.tflite` of both detectors into `outDir`, from the package in the folder `modules`. Files that are right
 * already are left alone. Returns the SHA-256 of each, as recorded and found.
 * @throws ChecksumError when the package's file or the derived one is not the recorded one.
 */
export function buildDetectors(outDir: string, modules = join(root, 'node_modules')): Record<string, string> {
  const checksums: Checksums = JSON.parse(readFileSync(join(root, 'models/detectors/checksums.json'), 'utf8'));
  mkdirSync(outDir, { recursive: true });
  for (const [name, { from, source, result }] of Object.entries(checksums.detectors)) {
    const target = join(outDir, `${name}.tflite`);
    if (existsSync(target) && sha256(readFileSync(target)) === result) continue;
    const original = readFileSync(join(modules, checksums.package, from));
    check(`${checksums.package}/${from}`, original, source);
    const derived = withMetadata(original, imageModelMetadata(name, NORMALISATION));
    check(`The derived ${name}.tflite`, derived, result);
    writeFileSync(target, derived);
  }
  return Object.fromEntries(Object.entries(checksums.detectors).map(([name, { result }]) => [name, result]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, sha] of Object.entries(buildDetectors(join(publicDir, 'models/detectors')))) {
    console.log(`${sha}  ${name}.tflite`);
  }
}
