/** The data folder (its README says what lies there): which faces there are, and their stored pictures. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Entry, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';

/** Something of the data is not on this machine; the message says what and where it was looked for. */
export class DataError extends Error {
  override readonly name = 'DataError';
  readonly code = 'data-missing';
}

export interface FaceRow {
  readonly id: string;
  readonly source: string;
  readonly split: string;
  /** The set's own word; empty where it has none. */
  readonly label: string;
  readonly shard: string;
  readonly alphaRow: number;
  /** FER+: ten people's votes for eight expressions, "unknown" and "no face"; all 0 elsewhere. */
  readonly votes: readonly number[];
  /** How far the nose is off the eyes' middle, along their line, in distances between the eyes: 0 looks straight ahead. */
  readonly noseOff: number;
  /** Where it came from, inside its set. */
  readonly origin: string;
}

const VOTES = 'neutral happiness surprise sadness anger disgust fear contempt unknown NF'.split(' ');

/** @throws DataError */
export function needs(path: string): string {
  if (existsSync(path)) return path;
  throw new DataError(
    `${path} is missing. The benchmark pictures may not be shipped: --data FOLDER says where they lie.`,
  );
}

/** `at` gives rx, ry (right eye), lx, ly (left eye), nx, ny (nose tip). */
function noseOff(at: (name: string) => number): number {
  const [x, y] = [at('lx') - at('rx'), at('ly') - at('ry')];
  const [nx, ny] = [at('nx') - (at('lx') + at('rx')) / 2, at('ny') - (at('ly') + at('ry')) / 2];
  return Math.abs(nx * x + ny * y) / Math.max(x * x + y * y, 1e-9);
}

/** Every face of the index. @throws DataError */
export function readIndex(data: string): FaceRow[] {
  const text = gunzipSync(readFileSync(needs(join(data, 'faces/index.csv.gz')))).toString();
  const [header = '', ...lines] = text.trim().split(/\r?\n/);
  const places = new Map(header.split(',').map((name, place) => [name, place]));
  return lines.map((line) => {
    const cells = line.split(',');
    const cell = (name: string): string => cells[places.get(name) ?? -1] ?? '';
    return {
      id: cell('id'),
      source: cell('source'),
      split: cell('split'),
      label: cell('label'),
      shard: cell('shard'),
      alphaRow: Number(cell('alpha_row')),
      votes: VOTES.map((name) => Number(cell(name))),
      noseOff: noseOff((name) => Number(cell(name))),
      origin: cell('orig_path'),
    };
  });
}

async function entriesOf(path: string): Promise<Map<string, Entry>> {
  const reader = new ZipReader(new Uint8ArrayReader(readFileSync(needs(path))), { useWebWorkers: false });
  return new Map((await reader.getEntries()).map((entry) => [entry.filename, entry]));
}

async function bytesOf(entry: Entry | undefined, name: string): Promise<Uint8Array> {
  if (!entry || entry.directory) throw new DataError(`${name} is not in its archive.`);
  return entry.getData(new Uint8ArrayWriter());
}

/** What a .npy file begins with before its numbers: magic, version, and the length of a header. */
const npyData = (bytes: Uint8Array): Uint8Array =>
  bytes.subarray(10 + new DataView(bytes.buffer, bytes.byteOffset).getUint16(8, true));

/** Reads stored pictures by row; archives are opened once. */
export class Archive {
  readonly #faces: string;
  readonly #shards = new Map<string, Promise<Map<string, Entry>>>();
  #alpha: Promise<Uint8Array> | undefined;

  constructor(data: string) {
    this.#faces = join(data, 'faces');
  }

  /** The bytes of a face's JPEG or WebP. @throws DataError */
  async picture({ id, shard, source }: FaceRow): Promise<Uint8Array> {
    const known = this.#shards.get(shard) ?? entriesOf(join(this.#faces, `${shard}.zip`));
    this.#shards.set(shard, known);
    const name = `${id}${source === 'fer' ? '.jpg' : '.webp'}`;
    return bytesOf((await known).get(name), name);
  }

  /** Which of 56×56 pixels are the picture's own and not filled in by the alignment: a bit each. @throws DataError */
  async alpha({ alphaRow }: FaceRow): Promise<Uint8Array> {
    this.#alpha ??= entriesOf(join(this.#faces, 'alpha56.npz'))
      .then((entries) => bytesOf(entries.get('a.npy'), 'a.npy'))
      .then(npyData);
    const bytes = (56 * 56) / 8;
    return (await this.#alpha).subarray(alphaRow * bytes, (alphaRow + 1) * bytes);
  }
}
