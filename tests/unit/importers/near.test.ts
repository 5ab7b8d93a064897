import { expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/engine/fingerprint.ts';
import { bitsBetween, createLookalikes, type Looks, NEAR_BITS } from '../../../src/library/importers/near.ts';

/** A 32×32 picture: brightness 0 to 1 at each place. */
function pixels(brightness: (x: number, y: number) => number): Uint8ClampedArray {
  const data = new Uint8ClampedArray(32 * 32 * 4).fill(255);
  for (let i = 0; i < 32 * 32; i += 1) {
    data.fill(255 * brightness((i % 32) / 32, Math.floor(i / 32) / 32), 4 * i, 4 * i + 3);
  }
  return data;
}

const hill = (x: number, y: number): number => Math.exp(-8 * ((x - 0.3) ** 2 + (y - 0.4) ** 2));
const print = fingerprintOf(pixels(hill));

test('a fingerprint is 16 hexadecimal digits, half of whose bits are set', () => {
  expect(print).toMatch(/^[0-9a-f]{16}$/);
  expect(bitsBetween(print, '0000000000000000')).toBe(32);
});

test('a brighter and a noisy version are near, the mirror image and another picture are not', () => {
  const brighter = fingerprintOf(pixels((x, y) => 0.2 + 0.7 * hill(x, y)));
  const noisy = fingerprintOf(pixels((x, y) => hill(x, y) + (Math.round(x * 32 + y * 7) % 2) * 0.02));
  expect(bitsBetween(print, brighter)).toBeLessThanOrEqual(NEAR_BITS);
  expect(bitsBetween(print, noisy)).toBeLessThanOrEqual(NEAR_BITS);
  expect(bitsBetween(print, fingerprintOf(pixels((x, y) => hill(1 - x, y))))).toBeGreaterThan(NEAR_BITS);
  expect(
    bitsBetween(print, fingerprintOf(pixels((x, y) => (Math.sin(9 * x) + Math.cos(7 * y) + 2) / 4))),
  ).toBeGreaterThan(NEAR_BITS);
});

test.each([
  ['0000000000000000', '0000000000000000', 0],
  ['ffffffffffffffff', '0000000000000000', 64],
  ['8000000000000001', '0000000000000000', 2],
  ['00000000ffffffff', 'ffffffff00000000', 64],
  ['', '0000000000000000', 64],
  ['xyz', '0000000000000000', 64],
])('%s and %s differ in %d bits', (a, b, bits) => {
  expect(bitsBetween(a, b)).toBe(bits);
});

const looks = (fields: Partial<Looks> = {}): Looks => ({
  fingerprint: '00000000000000ff',
  width: 640,
  height: 480,
  animated: false,
  ...fields,
});

test('the nearest is found: of the same shape, a still for a still, and never itself', () => {
  const all = createLookalikes();
  all.set('far', looks({ fingerprint: '000000000000003f' }));
  all.set('near', looks({ fingerprint: '000000000000007f', width: 320, height: 242 }));
  all.set('tall', looks({ width: 480, height: 640 }));
  all.set('film', looks({ animated: true }));
  all.set('unknown', looks({ fingerprint: '' }));
  all.set('itself', looks());
  expect(all.of('itself', looks())).toBe('near');
  all.delete('near');
  expect(all.of('itself', looks())).toBe('far');
  expect(all.of('another', looks({ fingerprint: 'ffffffffffffff00' }))).toBeUndefined();
});
