import { Bytes } from './bytes.ts';
import { DecodeError, damaged } from './errors.ts';
import { type Format, formatOf, type Size, type Survey } from './formats/index.ts';
import type { Limits } from './limits.ts';
import { refuseStranger } from './stranger.ts';

/** What is known of a picture before any decoder touched it. */
export interface Header extends Size, Survey {
  readonly type: Format['type'];
}

const grouped = (count: number) => count.toLocaleString('en');
const mega = (count: number) => grouped(Math.round(count / 1_000_000));

function tooManyPixels({ width, height }: Size, limit: string): DecodeError {
  const claim = `${grouped(width)}×${grouped(height)} pixels`;
  return new DecodeError('too-many-pixels', `The picture claims ${claim}; ${limit}. Make it smaller and add that.`);
}

function checkSize(size: Size, { maxSide, maxPixels }: Limits): void {
  const { width, height } = size;
  if (width === 0 || height === 0) throw damaged(`it claims to be ${width}×${height} pixels`);
  if (width * height > maxPixels) throw tooManyPixels(size, `the most is ${mega(maxPixels)} megapixels`);
  if (width > maxSide || height > maxSide) throw tooManyPixels(size, `the longest side is ${grouped(maxSide)}`);
}

function checkWork(size: Size, { frames, passes }: Survey, limits: Limits): void {
  const pixels = size.width * size.height;
  if (frames > limits.maxFrames) {
    const claim = `${grouped(frames)} frames; the most is ${grouped(limits.maxFrames)}`;
    throw new DecodeError('too-many-frames', `The animation has ${claim}. Shorten it and add that.`);
  }
  if (frames > 1 && pixels > limits.maxAnimatedPixels) {
    throw tooManyPixels(size, `the most for an animation is ${mega(limits.maxAnimatedPixels)} megapixels`);
  }
  if (passes * pixels > limits.maxDecodedPixels) {
    throw new DecodeError(
      'too-costly',
      `The picture is coded in ${grouped(passes)} layers. Save it anew in an editor.`,
    );
  }
}

/** @throws DecodeError `too-large-file` */
export function checkBytes(length: number, { maxBytes }: Limits): void {
  if (length <= maxBytes) return;
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`;
  throw new DecodeError(
    'too-large-file',
    `The file has ${megabytes(length)}; the most is ${megabytes(maxBytes)}. Save it smaller and add that.`,
  );
}

/**
 * Reads what a file says of itself and holds it against the limits, in time linear in the file's length.
 * @throws DecodeError for every file that must not reach a decoder.
 */
export function readHeader(data: Uint8Array<ArrayBuffer>, limits: Limits): Header {
  checkBytes(data.length, limits);
  const file = new Bytes(data);
  const format = formatOf(file);
  if (!format) throw refuseStranger(file);
  const size = format.size(file);
  checkSize(size, limits);
  const survey = format.survey(file, size);
  checkWork(size, survey, limits);
  return { type: format.type, ...size, ...survey };
}
