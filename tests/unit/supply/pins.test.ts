import { describe, expect, it } from 'vitest';
import { type Lock, type Locked, lockFaults, loosePins } from '../../../tools/supply/pins.ts';

const SHA512 = `sha512-${'A'.repeat(86)}==`;
const json = { dependencies: { preact: '11.2.0' }, devDependencies: { vite: '8.3.8' } };
const sound = (more: Readonly<Record<string, Locked>> = {}): Lock => ({
  lockfileVersion: 3,
  packages: {
    '': json,
    'node_modules/preact': { version: '11.2.0', integrity: SHA512 },
    'node_modules/vite': { version: '8.3.8', integrity: SHA512 },
    ...more,
  },
});

describe('a dependency that may change under our hands is found:', () => {
  it.each(['^1.2.3', '~1.2.3', '1.2', '*', 'latest', '1.2.3 || 2.0.0', 'github:a/b', 'file:../x', ''])(
    '"%s"',
    (version) => {
      expect(loosePins({ dependencies: { it: version } })).toEqual([
        `it is pinned to "${version}", which is not one version`,
      ]);
    },
  );

  it.each(['1.2.3', '0.4.1657300184', '1.0.0-beta.2'])('but "%s" is one version', (version) => {
    expect(loosePins({ dependencies: { it: version }, devDependencies: { that: version } })).toEqual([]);
  });

  it('among overrides, however deep', () => {
    expect(loosePins({ overrides: { a: { b: '^1.0.0' }, c: '2.0.0' } })).toHaveLength(1);
  });
});

describe('a lockfile', () => {
  it('that says all by digest, and no address, is sound', () => {
    expect(lockFaults(json, sound())).toEqual([]);
  });

  it.each<[string, Lock, RegExp]>([
    ['of another version', { ...sound(), lockfileVersion: 2 }, /version 2/],
    [
      'that names an address',
      sound({ 'node_modules/a': { resolved: 'https://x.test/a.tgz', integrity: SHA512 } }),
      /address/,
    ],
    ['without a digest', sound({ 'node_modules/a': { version: '1.0.0' } }), /no SHA-512/],
    [
      'with a weak digest',
      sound({ 'node_modules/a': { integrity: 'sha1-x3VZrKkQ0ZYN6fJvXzK5Z0kWm8E=' } }),
      /no SHA-512/,
    ],
    ['with a link to elsewhere', sound({ 'node_modules/a': { link: true, resolved: '../elsewhere' } }), /is a link/],
    [
      'with another version than is wanted',
      sound({ 'node_modules/preact': { version: '10.0.0', integrity: SHA512 } }),
      /locked at 10/,
    ],
  ])('%s is not', (_, lock, fault) => {
    expect(lockFaults(json, lock)).toEqual([expect.stringMatching(fault)]);
  });

  it('that was not made anew after package.json changed is not', () => {
    expect(lockFaults({ dependencies: { preact: '11.2.0' } }, sound())).toEqual([
      expect.stringMatching(/^vite: .*differ/),
    ]);
    expect(lockFaults({ ...json, dependencies: { preact: '11.2.0', idb: '8.0.4' } }, sound())).toHaveLength(2);
  });

  it('need not say the digest of what a package carries in its own archive', () => {
    const carried = {
      'node_modules/vite/deps/a': { version: '1.0.0' },
      'node_modules/vite/node_modules/b': { version: '1.0.0' },
    };
    expect(lockFaults(json, sound(carried))).toEqual([expect.stringMatching(/node_modules\/b has no SHA-512/)]);
  });
});
