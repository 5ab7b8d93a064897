/**
 * Puts TensorFlow Lite metadata into a .tflite file (a flatbuffer, schema of TensorFlow Lite v3).
 *
 * The file's own bytes stay as they are. A flatbuffer refers forward only, so a new root table written in front of the
 * old file can point into it: the old tables are shared, and only the root, its list of buffers and the metadata are new.
 */
import { Builder, ByteBuffer, type Offset } from 'flatbuffers';

/** Fields of `table Model` in TensorFlow Lite's schema.fbs. */
const MODEL_FIELDS = 8;
const VERSION = 0;
const BUFFERS = 4;
const METADATA = 6;
/** operator_codes, subgraphs, description, metadata_buffer, signature_defs: taken over untouched. */
const SHARED = [1, 2, 3, 5, 7];

/** Weights are aligned to 16 bytes in the file; a shift by 64 keeps every alignment. */
const ALIGNMENT = 64;

export class ModelFileError extends Error {
  readonly code = 'not-a-tflite-model';
}

/** Reads the root table of a .tflite file: absolute positions of what its fields refer to. */
class ModelTable {
  readonly #bytes: ByteBuffer;
  readonly #root: number;

  constructor(model: Uint8Array) {
    this.#bytes = new ByteBuffer(model);
    if (!this.#bytes.__has_identifier('TFL3')) throw new ModelFileError('The file is not a TFL3 model.');
    this.#root = this.#bytes.readInt32(0);
  }

  version(): number {
    const at = this.#bytes.__offset(this.#root, 4 + 2 * VERSION);
    return at === 0 ? 0 : this.#bytes.readUint32(this.#root + at);
  }

  /** Where the table, vector or string of `field` begins; undefined when the field is absent. */
  target(field: number): number | undefined {
    const at = this.#bytes.__offset(this.#root, 4 + 2 * field);
    return at === 0 ? undefined : this.#bytes.__indirect(this.#root + at);
  }

  /** Where each table of a vector of tables begins. */
  tables(field: number): number[] {
    const vector = this.target(field);
    if (vector === undefined) return [];
    const length = this.#bytes.readInt32(vector);
    return Array.from({ length }, (_, i) => this.#bytes.__indirect(vector + 4 + 4 * i));
  }
}

function tableVector(builder: Builder, tables: readonly Offset[]): Offset {
  builder.startVector(4, tables.length, 4);
  for (const table of tables.toReversed()) builder.addOffset(table);
  return builder.endVector();
}

function createBuffer(builder: Builder, content: Uint8Array): Offset {
  builder.startVector(1, content.length, 16);
  for (const byte of content.toReversed()) builder.addInt8(byte);
  const data = builder.endVector();
  builder.startObject(1);
  builder.addFieldOffset(0, data, 0);
  return builder.endObject();
}

function createMetadataEntry(builder: Builder, name: string, buffer: number): Offset {
  const nameAt = builder.createString(name);
  builder.startObject(2);
  builder.addFieldOffset(0, nameAt, 0);
  builder.addFieldInt32(1, buffer, 0);
  return builder.endObject();
}

/**
 * The model with `metadata` (a ModelMetadata flatbuffer) as its TFLITE_METADATA entry; its other entries stay.
 * @throws ModelFileError when `model` is no TFLite file.
 */
export function withMetadata(model: Uint8Array, metadata: Uint8Array): Uint8Array {
  const table = new ModelTable(model);
  const builder = new Builder(model.length + metadata.length + 4096);
  builder.prep(ALIGNMENT, 0);

  const padded = new Uint8Array(Math.ceil(model.length / ALIGNMENT) * ALIGNMENT);
  padded.set(model);
  // The builder counts from the end of the file, and a vector's length word stands before its first byte.
  const start = builder.createByteVector(padded) - 4;
  const shared = (position: number): Offset => start - position;

  const buffers = table.tables(BUFFERS).map(shared);
  const buffersAt = tableVector(builder, [...buffers, createBuffer(builder, metadata)]);
  const entry = createMetadataEntry(builder, 'TFLITE_METADATA', buffers.length);
  const metadataAt = tableVector(builder, [...table.tables(METADATA).map(shared), entry]);

  builder.startObject(MODEL_FIELDS);
  builder.addFieldInt32(VERSION, table.version(), 0);
  for (const field of SHARED) {
    const position = table.target(field);
    if (position !== undefined) builder.addFieldOffset(field, shared(position), 0);
  }
  builder.addFieldOffset(BUFFERS, buffersAt, 0);
  builder.addFieldOffset(METADATA, metadataAt, 0);
  builder.finish(builder.endObject(), 'TFL3');
  return builder.asUint8Array();
}
