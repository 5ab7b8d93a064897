/** From a schema of valibot's to values that it accepts, so that what a schema gains is tried without another word. */
import fc from 'fast-check';
import type * as v from 'valibot';

/** What schemas and the steps of their pipes are made of, as far as ours use it. */
interface Part {
  readonly kind: 'schema' | 'validation';
  readonly type: string;
  readonly pipe?: readonly Part[];
  readonly entries?: Readonly<Record<string, Part>>;
  readonly wrapped?: Part;
  readonly item?: Part;
  readonly items?: readonly Part[];
  readonly options?: readonly (Part | string)[];
  readonly literal?: string | number | boolean;
  readonly requirement?: unknown;
}

const step = (part: Part, type: string): Part | undefined =>
  part.pipe?.find((one) => one.kind === 'validation' && one.type === type);
const numberIn = (part: Part, type: string): number | undefined => {
  const requirement = step(part, type)?.requirement;
  return typeof requirement === 'number' ? requirement : undefined;
};
/** Lists and texts are short: it is their shape that matters, and thousands are made. */
const lengthOf = (part: Part) => ({
  minLength: step(part, 'non_empty') ? 1 : (numberIn(part, 'min_length') ?? 0),
  maxLength: Math.min(numberIn(part, 'max_length') ?? 6, 6),
});

function textOf(part: Part): fc.Arbitrary<unknown> {
  const pattern = step(part, 'regex')?.requirement;
  if (pattern instanceof RegExp) return fc.stringMatching(pattern);
  if (step(part, 'uuid')) return fc.uuid();
  if (step(part, 'iso_timestamp')) {
    const years = { min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true };
    return fc.date(years).map((date) => date.toISOString());
  }
  const checks = (part.pipe ?? []).filter(({ type }) => type === 'check');
  const holds = (text: string) => checks.every(({ requirement }) => (requirement as (text: string) => boolean)(text));
  return fc.string({ unit: 'grapheme', ...lengthOf(part) }).filter(holds);
}

function numberOf(part: Part): fc.Arbitrary<unknown> {
  const [least, most] = [numberIn(part, 'min_value'), numberIn(part, 'max_value')];
  const bounds = { ...(least !== undefined && { min: least }), ...(most !== undefined && { max: most }) };
  if (step(part, 'integer')) return fc.integer(integerBounds(bounds));
  // On the wire is JSON, which knows neither infinities nor a negative zero.
  return fc.double({ ...bounds, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
}

const integerBounds = ({ min = -1_000_000, max = 2 ** 31 - 1 }: { min?: number; max?: number }) => ({
  min,
  max: Math.min(max, 2 ** 31 - 1),
});

function objectOf({ entries = {} }: Part): fc.Arbitrary<unknown> {
  const names = Object.keys(entries);
  const isOptional = (name: string) => /optional$/.test(entries[name]?.type ?? '');
  const parts = Object.fromEntries(names.map((name) => [name, arbitraryOf(entries[name] as Part)]));
  return fc.record(parts, { requiredKeys: names.filter((name) => !isOptional(name)), noNullPrototype: true });
}

const MAKERS: Readonly<Record<string, (part: Part) => fc.Arbitrary<unknown>>> = {
  string: textOf,
  number: numberOf,
  boolean: () => fc.boolean(),
  unknown: () => fc.jsonValue(),
  literal: ({ literal }) => fc.constant(literal),
  picklist: ({ options = [] }) => fc.constantFrom(...options),
  nullable: (part) => fc.option(arbitraryOf(part.wrapped as Part), { nil: null }),
  optional: (part) => arbitraryOf(part.wrapped as Part),
  exact_optional: (part) => arbitraryOf(part.wrapped as Part),
  array: (part) => fc.array(arbitraryOf(part.item as Part), lengthOf(part)),
  tuple: ({ items = [] }) => fc.tuple(...items.map(arbitraryOf)),
  strict_tuple: ({ items = [] }) => fc.tuple(...items.map(arbitraryOf)),
  union: ({ options = [] }) => fc.oneof(...(options as readonly Part[]).map(arbitraryOf)),
  variant: ({ options = [] }) => fc.oneof(...(options as readonly Part[]).map(arbitraryOf)),
  strict_object: objectOf,
};

function arbitraryOf(part: Part): fc.Arbitrary<unknown> {
  const make = MAKERS[part.type];
  if (!make) throw new TypeError(`nobody said how to make a ${part.type}`);
  return make(part);
}

/** @throws TypeError for a kind of schema that none of ours is yet */
export const valuesOf = <S extends v.GenericSchema>(schema: S): fc.Arbitrary<v.InferOutput<S>> =>
  arbitraryOf(schema as unknown as Part) as fc.Arbitrary<v.InferOutput<S>>;
