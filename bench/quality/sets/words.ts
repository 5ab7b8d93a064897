/**
 * Pictures of nothing but words, as screenshots of posts are: in all sizes, on plain colours. Nobody has a
 * face in them, but letters in twos and threes look like eyes and mouths to a detector.
 */
import sharp from 'sharp';
import { createRandom, type Random } from '../../random.ts';
import type { PictureSet } from './set.ts';

const PICTURES = 200;
const WORDS =
  `when you finally find out that the 100 page report is due on Monday nobody absolutely me at 3:00 boss could
  have been an email OOO look at this zoom room too good to be true 2008 vs 2020 still waiting BRO WOW NOOO why do I do
  this to myself coffee first no one: also LOL 88 89 06`.split(/\s+/);
const FONTS = ['sans-serif', 'serif', 'monospace'];
const STYLES = ['', 'font-weight="bold"', 'font-style="italic"'];
/** Ground and ink. */
const COLOURS = [
  ['#fff', '#111'],
  ['#111', '#fff'],
  ['#15202b', '#e7e9ea'],
  ['#2b5d8a', '#f2b84b'],
  ['#f2d8c0', '#402010'],
] as const;
const MARGIN = 12;

const between = (random: Random, low: number, high: number): number => Math.round(low + random.next() * (high - low));

function drawing(random: Random): string {
  const [width, height] = [between(random, 320, 820), between(random, 240, 740)];
  const [size, [ground, ink]] = [between(random, 18, 78), random.pick(COLOURS)];
  const rows = Array.from({ length: between(random, 1, 6) }, (_, row) => {
    const words = Array.from({ length: between(random, 1, 6) }, () => random.pick(WORDS)).join(' ');
    return `<text x="${MARGIN}" y="${MARGIN + (row + 1) * 1.2 * size}">${words}</text>`;
  });
  const font = `font-family="${random.pick(FONTS)}" font-size="${size}" ${random.pick(STYLES)}`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="100%" height="100%" fill="${ground}"/><g fill="${ink}" ${font}>${rows.join('')}</g></svg>`
  );
}

/** The machine's own fonts write them: other machines have slightly other pictures. */
export function wordSet(): PictureSet {
  const ids = Array.from({ length: PICTURES }, (_, i) => `${i}.png`);
  return {
    name: 'words',
    ids,
    picture: (id) =>
      sharp(Buffer.from(drawing(createRandom(Number.parseInt(id, 10) + 1))))
        .png()
        .toBuffer(),
  };
}
