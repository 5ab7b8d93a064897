/** The map's colours: those of the page for what is written, and for the dots a hue by their direction from the middle. */
import { boundsOf } from './viewport.ts';

export interface Palette {
  readonly ink: string;
  readonly card: string;
  readonly line: string;
  readonly accent: string;
  readonly font: string;
  /** One number a dot, as ImageData has its pixels. */
  readonly dots: Uint32Array;
}

/** Reads the page's tokens where `element` stands. */
export function paletteOf(element: Element, points: Float32Array): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return {
    ink: token('--ink'),
    card: token('--card'),
    line: token('--edge'),
    accent: token('--accent-ink'),
    font: style.fontFamily,
    dots: hues(points, dark ? 0.66 : 0.47),
  };
}

/** The hue tells where on the map a dot lies, so that the eye keeps its bearings; the middle is grey. */
export function hues(points: Float32Array, lightness: number): Uint32Array {
  const { left, top, right, bottom } = boundsOf(points);
  const reach = Math.max(right - left, bottom - top, 1e-6) / 2;
  const colours = new Uint32Array(points.length / 2);
  return colours.map((_, point) => {
    const x = (points[2 * point] ?? 0) - (left + right) / 2;
    const y = (points[2 * point + 1] ?? 0) - (top + bottom) / 2;
    const saturation = 0.15 + 0.6 * Math.min(1, Math.hypot(x, y) / reach);
    return packed((Math.atan2(y, x) / Math.PI + 1) * 180, saturation, lightness);
  });
}

/** HSL (degrees, 0 to 1, 0 to 1) as an opaque pixel. */
function packed(hue: number, saturation: number, lightness: number): number {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): number => {
    const k = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return ((255 << 24) | (channel(4) << 16) | (channel(8) << 8) | channel(0)) >>> 0;
}
