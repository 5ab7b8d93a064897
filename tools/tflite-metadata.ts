/**
 * The metadata that MediaPipe's tasks demand of a detector with a float input: how pixels become numbers.
 * Layout: metadata_schema.fbs of tflite-support 0.4, file identifier M001.
 */
import { Builder, type Offset } from 'flatbuffers';

/** A pixel value p of 0 to 255 is given to the network as (p - mean) / std. */
export interface Normalisation {
  readonly mean: number;
  readonly std: number;
}

/** Members of the schema's unions and enums that are used here. */
const PROCESS_UNIT_NORMALISATION = 1;
const CONTENT_IMAGE = 2;
const COLOUR_RGB = 1;

function floats(builder: Builder, values: readonly number[]): Offset {
  builder.startVector(4, values.length, 4);
  for (const value of values.toReversed()) builder.addFloat32(value);
  return builder.endVector();
}

function vectorOf(builder: Builder, table: Offset): Offset {
  builder.startVector(4, 1, 4);
  builder.addOffset(table);
  return builder.endVector();
}

/** Writes a table: `fields` maps a slot to an offset, `unions` a slot to a union's member or an enum's value. */
function table(
  builder: Builder,
  slots: number,
  fields: Readonly<Record<number, Offset>>,
  unions: Readonly<Record<number, number>> = {},
): Offset {
  builder.startObject(slots);
  for (const [slot, offset] of Object.entries(fields)) builder.addFieldOffset(Number(slot), offset, 0);
  for (const [slot, member] of Object.entries(unions)) builder.addFieldInt8(Number(slot), member, 0);
  return builder.endObject();
}

/** ModelMetadata for a model with one RGB image as its input. */
export function imageModelMetadata(name: string, { mean, std }: Normalisation): Uint8Array {
  const builder = new Builder(512);
  const options = table(builder, 2, { 0: floats(builder, [mean]), 1: floats(builder, [std]) });
  const unit = table(builder, 2, { 1: options }, { 0: PROCESS_UNIT_NORMALISATION });
  const image = table(builder, 2, {}, { 0: COLOUR_RGB });
  const content = table(builder, 3, { 1: image }, { 0: CONTENT_IMAGE });
  const inputFields = {
    0: builder.createString('image'),
    3: content,
    4: vectorOf(builder, unit),
  };
  const input = table(builder, 7, inputFields);
  const subgraph = table(builder, 10, { 2: vectorOf(builder, input) });
  const modelFields = { 0: builder.createString(name), 3: vectorOf(builder, subgraph) };
  builder.finish(table(builder, 8, modelFields), 'M001');
  return builder.asUint8Array();
}
