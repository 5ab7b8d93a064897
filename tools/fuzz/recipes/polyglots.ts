import { ascii, join, u16be, u16le, u32le } from '../../../tests/unit/decode/pictures/bytes.ts';
import type { Kitchen, Made, Recipe } from '../case.ts';
import { type Bytes, split } from '../parts.ts';
import type { Seed } from '../seeds.ts';

const SCRIPT = '=1;globalThis.pwned=true;/*';
const PAGE = '<html><body onload="globalThis.pwned=true"><script>globalThis.pwned=true</script></body></html>';

/** A zip of one stored, empty file, as it is read from its end. */
const zip = (name: string): Bytes => {
  const about = [
    ...u16le(20),
    0,
    0,
    0,
    0,
    ...u32le(0),
    ...u32le(0),
    ...u32le(0),
    ...u32le(0),
    ...u16le(name.length),
    0,
    0,
  ];
  const local = [...ascii('PK\x03\x04'), ...about, ...ascii(name)];
  const central = [...ascii('PK\x01\x02'), 20, 0, ...about, ...Array(14).fill(0), ...ascii(name)];
  const end = [...ascii('PK\x05\x06'), 0, 0, 0, 0, 1, 0, 1, 0, ...u32le(central.length), ...u32le(local.length), 0, 0];
  return join(local, central, end);
};

const of = (kitchen: Kitchen, format: Seed['format']): Seed =>
  kitchen.random.pick(kitchen.seeds.filter((seed) => seed.format === format));

/** The size of a GIF's screen is where a script names its variable, and a comment hides the rest of the picture. */
function gifScript(kitchen: Kitchen): Made {
  const parts = split('gif', of(kitchen, 'gif').bytes);
  const comment = ascii(`*/${SCRIPT}case ${kitchen.number}`);
  const block = Uint8Array.from([0x21, 0xfe, comment.length, ...comment, 0]);
  return { what: 'a GIF that is a script too', bytes: join(...parts.toSpliced(1, 0, block)), expected: 'added' };
}

function jpegPage(kitchen: Kitchen): Made {
  const parts = split('jpeg', of(kitchen, 'jpeg').bytes);
  const text = ascii(`${PAGE}<!-- case ${kitchen.number} -->`);
  const comment = Uint8Array.from([0xff, 0xfe, ...u16be(text.length + 2), ...text]);
  return { what: 'a JPEG that is a web page too', bytes: join(...parts.toSpliced(1, 0, comment)), expected: 'added' };
}

function withArchive(kitchen: Kitchen): Made {
  const seed = kitchen.random.pick(kitchen.seeds);
  const bytes = join(seed.bytes, zip(`case-${kitchen.number}.js`));
  const what = `${seed.name} that is a zip too`;
  // AVIF is boxes to its end: an archive reads as one that is longer than the file.
  return seed.format === 'avif' ? { what, bytes } : { what, bytes, expected: 'added' };
}

const BEFORE = [
  `<!doctype html>${PAGE}`,
  '%PDF-1.7\n',
  'PK\x03\x04',
  '#!/bin/sh\n',
  '\x1f\x8b\x08',
  '<svg xmlns="x">',
  '\ufeff',
];

function behind(kitchen: Kitchen): Made {
  const before = kitchen.random.pick(BEFORE);
  const seed = kitchen.random.pick(kitchen.seeds);
  const what = `${seed.name} behind ${JSON.stringify(before.slice(0, 12))}`;
  return { what, bytes: join(new TextEncoder().encode(before), seed.bytes), expected: 'refused' };
}

function disguised(kitchen: Kitchen): Made {
  const [as, seed] = [kitchen.random.pick(kitchen.seeds), kitchen.random.pick(kitchen.seeds)];
  const head = kitchen.random.int(2, 30);
  const bytes = join(as.bytes.slice(0, head), seed.bytes.slice(head));
  return { what: `${seed.name} with the beginning of ${as.name}`, bytes };
}

export const POLYGLOTS: readonly Recipe[] = [
  { name: 'GIF and script', weight: 1, make: gifScript },
  { name: 'JPEG and web page', weight: 1, make: jpegPage },
  { name: 'picture and zip', weight: 2, make: withArchive },
  { name: 'picture behind something else', weight: 2, make: behind },
  { name: 'of another format than its beginning', weight: 3, make: disguised },
];
