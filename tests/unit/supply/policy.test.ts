import { expect, it } from 'vitest';
import { manifestFor } from '../../../tools/manifest.ts';
import { differences, digestOfAll } from '../../../tools/supply/compare.ts';
import { policyFaults } from '../../../tools/supply/policy.ts';

const withPolicy = (extension_pages: string) => ({ content_security_policy: { extension_pages } });

it('our manifests let scripts come from the package alone, and nobody else speak to Gurn', () => {
  expect(policyFaults(manifestFor('chromium'))).toEqual([]);
  expect(policyFaults(manifestFor('firefox'))).toEqual([]);
});

it.each([
  ['no policy', {}],
  ['no rule for scripts', withPolicy("default-src 'self'")],
  ['text as code', withPolicy("script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'")],
  ['scripts of a site', withPolicy("script-src 'self' https://x.test 'wasm-unsafe-eval'")],
  ['a door for sites', { ...manifestFor('chromium'), externally_connectable: { matches: ['https://x.test/*'] } }],
])('a manifest with %s is refused', (_, manifest) => {
  expect(policyFaults(manifest)).toHaveLength(1);
});

it('two builds are compared file by file', () => {
  const one = new Map([
    ['a.js', '1'],
    ['b.js', '2'],
  ]);
  expect(differences(one, new Map([...one].reverse()))).toEqual([]);
  expect(digestOfAll(one)).toBe(digestOfAll(new Map([...one].reverse())));
  const other = new Map([
    ['a.js', '3'],
    ['c.js', '2'],
  ]);
  expect(differences(one, other)).toEqual(['a.js differs', 'b.js is in the first only', 'c.js is in the second only']);
  expect(digestOfAll(one)).not.toBe(digestOfAll(other));
});
