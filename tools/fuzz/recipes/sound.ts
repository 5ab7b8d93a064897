import { ascii, join, u16be, u32be, u32le } from '../../../tests/unit/decode/pictures/bytes.ts';
import { chunk } from '../../../tests/unit/decode/pictures/png.ts';
import type { Recipe } from '../case.ts';
import { assembled, type Bytes, split } from '../parts.ts';
import type { FormatName, Seed } from '../seeds.ts';

/** How a format carries a remark that no decoder looks at: the parts before it, and the remark. */
const REMARKS: Readonly<Record<FormatName, (text: Bytes) => { at: number; part: Bytes }>> = {
  jpeg: (text) => ({ at: 1, part: join([0xff, 0xfe], u16be(text.length + 2), text) }),
  png: (text) => ({ at: 2, part: chunk('tEXt', join(ascii('Comment\0'), text)) }),
  gif: (text) => ({ at: 1, part: join([0x21, 0xfe, text.length], text, [0]) }),
  webp: (text) => ({ at: Number.POSITIVE_INFINITY, part: join(ascii('gurn'), u32le(text.length), text) }),
  avif: (text) => ({ at: Number.POSITIVE_INFINITY, part: join(u32be(text.length + 8), ascii('free'), text) }),
  bmp: (text) => ({ at: Number.POSITIVE_INFINITY, part: text }),
};

/** The same picture in other bytes: with a remark of even length in it, up to 250 characters. */
export function remarked({ format, bytes }: Pick<Seed, 'format' | 'bytes'>, remark: string): Bytes {
  const text = join(ascii(remark), remark.length % 2 ? [0x20] : []);
  const { at, part } = REMARKS[format](text);
  const parts = split(format, bytes);
  return assembled(format, [...parts.slice(0, at), part, ...parts.slice(at)]);
}

export const SOUND: readonly Recipe[] = [
  {
    name: 'sound',
    weight: 5,
    make({ random, seeds, number }) {
      const seed = random.pick(seeds);
      return { what: seed.name, bytes: remarked(seed, `case ${number}`), expected: 'added' };
    },
  },
];
