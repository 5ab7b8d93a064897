import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownerOf } from '../../../tools/supply/assets.ts';
import { LicenceError, licenceFault } from '../../../tools/supply/licences.ts';
import { listedIn, noticesOf } from '../../../tools/supply/notices.ts';
import { importedIn } from '../../../tools/supply/notices-plugin.ts';
import { packageOf, readPackage } from '../../../tools/supply/packages.ts';
import { noticeFaults } from '../../../tools/supply/shipped.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gurn-notices-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function install(name: string, manifest: object, files: Readonly<Record<string, string>> = {}): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...manifest }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, name, file), text);
}

describe('a bundled module', () => {
  it.each([
    ['/x/node_modules/preact/dist/preact.mjs', 'preact'],
    ['/x/node_modules/@preact/signals/dist/signals.mjs', '@preact/signals'],
    ['/x/node_modules/a/node_modules/b/index.js', 'b'],
    ['\0rolldown/runtime.js', 'rolldown'],
    ['\0vite/preload-helper.js', 'vite'],
    ['/x/src/popup/main.tsx', undefined],
  ])('%s belongs to %s', (id, name) => {
    expect(packageOf(id)).toBe(name);
  });

  it('that is injected apart is found by what our sources import for its values', () => {
    const source = `import browser from 'webextension-polyfill';
import type { Runtime } from 'only-types';
import { own } from './own.ts';
export { deep } from '@scope/name/deep.js';
import {
  several,
} from 'several';
import 'bare';`;
    expect(importedIn(source)).toEqual(['webextension-polyfill', '@scope/name', 'several', 'bare']);
  });
});

describe('a package that ships', () => {
  it('is told with its version, licence, source and text', () => {
    const repository = { url: 'git+https://x.test/one.git' };
    install('one', { license: 'MIT', repository }, { LICENSE: 'Copyright One\n', 'NOTICE.md': 'And more.' });
    expect(readPackage('one', folder)).toEqual({
      name: 'one',
      version: '1.0.0',
      licence: 'MIT',
      source: 'https://x.test/one',
      text: 'Copyright One\n\nAnd more.',
    });
  });

  it.each<[string, object, Readonly<Record<string, string>>]>([
    ['under a licence that is not known to allow it', { license: 'AGPL-3.0-only' }, { LICENSE: 'x' }],
    ['that says nothing of its licence', {}, { LICENSE: 'x' }],
    ["without its licence's text", { license: 'MIT' }, {}],
  ])('%s is refused', (_, manifest, files) => {
    install('two', manifest, files);
    expect(() => readPackage('two', folder)).toThrow(LicenceError);
  });

  it('and is not installed is refused', () => {
    expect(() => readPackage('three', folder)).toThrow(LicenceError);
  });

  it('is not allowed by a name that every object has', () => {
    expect(licenceFault('four', 'constructor')).toMatch(/not known/);
  });
});

it('every file that ships beside the code has an owner, and one that nobody put there has none', () => {
  const files = ['wasm/vision_wasm_internal.js', 'models/detectors/short_range.tflite', 'starter/1f600.webp'];
  expect(files.map(ownerOf)).toEqual([
    '@mediapipe/tasks-vision',
    '@mediapipe/face_detection',
    '@lobehub/fluent-emoji-3d',
  ]);
  expect(ownerOf('starter/catalogue.json')).toBe('ours');
  expect(ownerOf('models/embedder/model.json')).toBe('ours');
  expect(ownerOf('models/embedder/weights.bin')).toBe('@vladmandic/human');
  expect(ownerOf('models/somebody.bin')).toBeUndefined();
});

describe('the notices', () => {
  const one = { name: 'one', version: '1.0.0', licence: 'MIT', source: 'https://x.test/one', text: 'The same text.' };
  const two = { ...one, name: '@x/two', licence: '0BSD', source: '' };
  const three = { ...one, name: 'three', licence: 'Apache-2.0', text: 'Ours.' };

  it('list every package, and have every text once, ours last', () => {
    const text = noticesOf([three, one, two], 'Ours.');
    expect([...listedIn(text)]).toEqual([
      ['@x/two', '0BSD'],
      ['one', 'MIT'],
      ['three', 'Apache-2.0'],
    ]);
    expect(text.match(/The same text\./g)).toHaveLength(1);
    expect(text).toMatch(/@x\/two 1\.0\.0\none 1\.0\.0\n\nThe same text\./);
    expect(text).toMatch(/three 1\.0\.0\nGurn\n\nOurs\.\n$/);
  });

  it('are not fooled by the lists in the texts', () => {
    const text = noticesOf([{ ...one, text: '* musl 1: GPL' }], 'Ours.');
    expect([...listedIn(text).keys()]).toEqual(['one']);
  });

  it('are missed where they are missing, or say nothing of what surely ships', () => {
    expect(noticeFaults(folder).faults).toEqual(['THIRD_PARTY_NOTICES is missing']);
    writeFileSync(join(folder, 'THIRD_PARTY_NOTICES'), noticesOf([one, { ...two, licence: 'GPL-3.0' }], 'Ours.'));
    const { faults, packages } = noticeFaults(folder);
    expect(packages).toBe(2);
    expect(faults).toContain('THIRD_PARTY_NOTICES says nothing of preact');
    expect(faults.filter((fault) => fault.startsWith('@x/two is under GPL-3.0'))).toHaveLength(1);
  });
});
