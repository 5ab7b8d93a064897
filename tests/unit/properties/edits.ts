/** Small changes anywhere in a value of JSON: what a forger, or a fault, would make of it. */
import fc from 'fast-check';

type Json = ReturnType<typeof JSON.parse>;

/** What is put in a place: what a careless reader takes for something else. */
const STRANGE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, '', '0', 'NaN', 0, -1, 0.5, 1e308, 2 ** 53, -0, [], {}, '__proto__', '\u202e', '\0'),
  fc.jsonValue({ maxDepth: 2 }),
);

const KEYS = fc.constantFrom('__proto__', 'constructor', 'toString', 'then', 'toJSON', 'x');

interface Edit {
  /** Chooses a way down, and where it ends. */
  readonly way: readonly number[];
  readonly kind: 'replace' | 'remove' | 'add' | 'double';
  readonly key: string;
  readonly value: unknown;
}

export const edits: fc.Arbitrary<Edit> = fc.record({
  way: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
  kind: fc.constantFrom('replace', 'remove', 'add', 'double'),
  key: KEYS,
  value: STRANGE,
});

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Defines, rather than sets: `__proto__` becomes a key like any other, as JSON.parse makes it. */
const put = (tree: Record<string, unknown>, key: string, value: unknown): void =>
  void Object.defineProperty(tree, key, { value, writable: true, enumerable: true, configurable: true });

/** A copy of a value with one thing changed. */
export function edited<T>(value: T, { way, kind, key, value: strange }: Edit): unknown {
  const copy: Json = JSON.parse(JSON.stringify(value));
  let tree: unknown = copy;
  for (const [depth, turn] of way.entries()) {
    if (!isTree(tree)) break;
    const names = Object.keys(tree);
    const name = names[turn % Math.max(1, names.length)];
    const below = name === undefined ? undefined : tree[name];
    if (depth < way.length - 1 && isTree(below)) {
      tree = below;
      continue;
    }
    if (Array.isArray(tree) && (kind === 'add' || kind === 'double' || name === undefined)) {
      tree.push(kind === 'double' && name !== undefined ? below : strange);
      break;
    }
    if (kind === 'add' || name === undefined) put(tree, key, strange);
    else if (kind === 'remove') delete tree[name];
    else put(tree, name, strange);
    break;
  }
  return copy;
}
