import { expect, it } from 'vitest';
import { valueTells } from '../../../src/content/ladder/signs.ts';

it('believes a text that names the file or gained a link', () => {
  expect(valueTells('Hi ', 'Hi ![smirk-ab12.gif](uploading)', 'ab12')).toBe(true);
  expect(valueTells('Hi', 'Hi https://chat.example/uploads/1.gif', 'ab12')).toBe(true);
});

it('does not believe text that only grew, or links that were there', () => {
  expect(valueTells('Hi', 'Hi there', 'ab12')).toBe(false);
  expect(valueTells('see https://a.example', 'see https://a.example now', 'ab12')).toBe(false);
  expect(valueTells('the ab12 file', 'the ab12 file', 'ab12')).toBe(false);
});
