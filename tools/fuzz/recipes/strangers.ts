import { ascii, join } from '../../../tests/unit/decode/pictures/bytes.ts';
import type { Recipe } from '../case.ts';
import type { Random } from '../random.ts';

/** How each accepted format begins, as far as a reader looks before it believes. */
const MAGICS: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0xff, 0xd8, 0xff, 0xe0, 0, 16, ...ascii('JFIF\0')],
  [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a],
  [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a, 0, 0, 0, 13, ...ascii('IHDR')],
  ascii('GIF87a'),
  ascii('GIF89a'),
  [...ascii('RIFF'), 0x40, 0, 0, 0, ...ascii('WEBPVP8 ')],
  [...ascii('RIFF'), 0x40, 0, 0, 0, ...ascii('WEBPVP8L')],
  [...ascii('RIFF'), 0x40, 0, 0, 0, ...ascii('WEBPVP8X')],
  [0, 0, 0, 0x20, ...ascii('ftypavif')],
  [0, 0, 0, 0x20, ...ascii('ftypavis')],
  ascii('BM'),
];

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE svg [${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
).join('')}]><svg xmlns="http://www.w3.org/2000/svg">&l9;</svg>`;

const TEXTS: readonly string[] = [
  LAUGHS,
  '<svg xmlns="http://www.w3.org/2000/svg" width="99999999" height="99999999"><script>alert(1)</script></svg>',
  '<!doctype html><title>404</title>',
  `<!--${'-'.repeat(4_090)}`,
  '<?xml '.repeat(700),
  `<!DOCTYPE ${'['.repeat(4_000)}`,
  '{"success": false}',
];

const OTHERS = [
  'II*\0',
  'MM\0*',
  '\xff\x0a',
  '\0\0\x00\x0cJXL ',
  '8BPS',
  '\0\0\x01\0',
  '\x1aE\xdf\xa3',
  '%PDF',
  '\0\0\0\x18ftypheic',
];

const withNoise = (random: Random, magic: readonly number[]) => join(magic, random.bytes(random.int(0, 900)));

export const STRANGERS: readonly Recipe[] = [
  {
    name: 'noise with the right beginning',
    weight: 10,
    make: ({ random }) => ({ what: 'noise that begins like a picture', bytes: withNoise(random, random.pick(MAGICS)) }),
  },
  {
    name: 'noise',
    weight: 2,
    make: ({ random }) => ({ what: 'noise', bytes: random.bytes(random.int(1, 900)), expected: 'refused' }),
  },
  {
    name: 'text',
    weight: 2,
    make: ({ random, number }) => ({
      what: 'a text',
      bytes: new TextEncoder().encode(`${random.pick(TEXTS)} ${number}`),
      expected: 'refused',
    }),
  },
  {
    name: 'another format',
    weight: 1,
    make: ({ random }) => {
      const bytes = withNoise(random, ascii(random.pick(OTHERS)));
      return { what: 'a format that is not taken', bytes, expected: 'refused' };
    },
  },
];
