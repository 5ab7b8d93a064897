import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REASONS } from '../../../tools/supply/addresses.ts';
import { addressesIn, codeFaults, contentFaults, idleEntries, isAccountedFor } from '../../../tools/supply/contents.ts';

describe('what runs text, or code from elsewhere, is found:', () => {
  it.each([
    ['eval', 'a=eval("1")'],
    ['eval', '(0, eval)("1")'],
    ['eval', 'globalThis.eval("1")'],
    ['new Function', 'new Function("return this")()'],
    ['new Function', 'Function("return this")()'],
    ['a timer that runs text', 'setTimeout("alert(1)", 5)'],
    ['a remote script', 'import("https://x.test/a.js")'],
    ['a remote script', 'importScripts("https://x.test/a.js")'],
    ['a remote script', '<script async src=//x.test/a.js></script>'],
    ['a remote module', 'import a from "https://x.test/a.js"'],
    ['a remote style or picture', 'body{background:url(https://x.test/a.png)}'],
    ['a remote style or picture', '<link rel="stylesheet" href="https://x.test/a.css">'],
    ['a script in a page', '<script type="module">alert(1)</script>'],
    ['a source map', '//# sourceMappingURL=a.js.map'],
  ])('%s in %s', (what, text) => {
    expect(codeFaults(text)).toEqual([`holds ${what}`]);
  });

  it.each([
    'retrieval(1)',
    'kernel.eval(x)',
    'new FunctionalComponent()',
    'setTimeout(tick, 5)',
    'import("./a.js")',
    '<script type="module" src="/assets/a.js"></script>',
    '<link rel="stylesheet" href="/assets/a.css">',
    'url(data:image/png;base64,AA)',
  ])('but %s is none of it', (text) => {
    expect(codeFaults(text)).toEqual([]);
  });
});

describe('a remote address', () => {
  it('is found in text and among bytes, whatever it reaches with', () => {
    const text = 'fetch("https://a.test/x?y=1");new WebSocket(`wss://b.test`)\0ftp://c.test/\0http:// "https://"+host';
    expect(addressesIn(text)).toEqual(['https://a.test/x?y=1', 'wss://b.test', 'ftp://c.test/']);
  });

  it('is accounted for as a whole, with a full stop behind it, or by how it begins', () => {
    expect(isAccountedFor('https://api.imgflip.com/get_memes')).toBe(true);
    expect(isAccountedFor('http://www.w3.org/2000/svg.')).toBe(true);
    expect(isAccountedFor('https://github.com/tensorflow/tfjs/issues/1735')).toBe(true);
    expect(isAccountedFor('https://api.imgflip.com/get_memes/and/more')).toBe(false);
    expect(isAccountedFor('https://telemetry.test/')).toBe(false);
  });

  it('that is not there any more is said to be accounted for in vain', () => {
    const all: string[] = Object.values(REASONS).flat();
    expect(idleEntries(all)).toEqual([]);
    expect(idleEntries(all.slice(1))).toEqual(all.slice(0, 1));
  });
});

describe('a package', () => {
  let dist: string;
  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'gurn-dist-'));
    mkdirSync(join(dist, 'wasm'));
    writeFileSync(join(dist, 'all.js'), Object.values(REASONS).flat().join(' ').replaceAll('…', 'x'));
  });
  afterEach(() => rmSync(dist, { recursive: true }));

  it('whose addresses are all accounted for has no fault', () => {
    writeFileSync(join(dist, 'THIRD_PARTY_NOTICES'), 'From https://somewhere.test/else');
    expect(contentFaults(dist)).toEqual([]);
  });

  it('with code from elsewhere, and an address among the bytes of its WebAssembly, has two', () => {
    writeFileSync(join(dist, 'a.js'), 'eval("1")');
    writeFileSync(join(dist, 'wasm', 'a.wasm'), Buffer.from([0, 255, ...Buffer.from('https://play.test/log\0'), 200]));
    expect(contentFaults(dist).sort()).toEqual([
      'a.js holds eval',
      'wasm/a.wasm names https://play.test/log, which nobody accounts for',
    ]);
  });
});
