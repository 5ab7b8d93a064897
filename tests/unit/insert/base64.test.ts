import { expect, it } from 'vitest';
import { toBase64 } from '../../../src/messages/base64.ts';

it.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 3_000_001])('keeps %i bytes as they are', (size) => {
  const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 31) % 256);
  expect(Buffer.from(toBase64(bytes), 'base64').equals(bytes)).toBe(true);
});

it('writes what every decoder reads: padded, in one line', () => {
  expect(toBase64(Uint8Array.of(255, 254))).toBe('//4=');
});
