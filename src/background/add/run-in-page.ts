/** Calls into the clicked frame and distrusts what comes back. */
/// <reference types="@crxjs/vite-plugin/client" />
import * as v from 'valibot';
import type { Click } from './click.ts';
import { MAX_BYTES, PICTURE_ERROR_CODES, PictureError } from './errors.ts';
import type { PageCall, RunInPage } from './page/index.ts';
import pageScript from './page/index.ts?script&iife';

const pageFile = pageScript.replace(/^\//, '');

/** Milliseconds for the frame to answer: two fetches of 25 s, and a page that is busy itself. */
const ANSWER_MS = 60_000;

const Answer = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), value: v.unknown() }),
  v.strictObject({
    ok: v.literal(false),
    code: v.picklist(PICTURE_ERROR_CODES),
    message: v.pipe(v.string(), v.maxLength(300)),
  }),
]);

/** Base64 of the largest picture, and the header of its data URL. */
export const PictureDataUrl = v.pipe(v.string(), v.startsWith('data:'), v.maxLength(MAX_BYTES * 1.34 + 100));

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PictureError('timeout')), ANSWER_MS);
  });
  return Promise.race([work, expired]).finally(() => clearTimeout(timer));
}

/** @throws PictureError no-access or frame where the browser keeps us out, timeout */
async function inject({ tabId, frameId }: Click, call: PageCall, wanted: object): Promise<unknown> {
  const target = { tabId, frameIds: [frameId] };
  try {
    await chrome.scripting.executeScript({ target, files: [pageFile] });
    const [injected] = await chrome.scripting.executeScript({
      target,
      args: [call, wanted],
      func: (name: string, about: object) =>
        (globalThis as unknown as { gurnPicture: (name: string, about: object) => unknown }).gurnPicture(name, about),
    });
    return injected?.result;
  } catch (cause) {
    // activeTab reaches the tab's own origin only: not a frame of another one.
    throw new PictureError(frameId === 0 ? 'no-access' : 'frame', undefined, { cause });
  }
}

/**
 * Runs one of the page's calls and checks its result against `result`.
 * @throws PictureError what the call threw, no-access, frame, timeout, bad-reply
 */
export async function runInPage<S extends v.GenericSchema>(
  click: Click,
  call: Parameters<RunInPage>[0],
  result: S,
): Promise<v.InferOutput<S>> {
  const { srcUrl, kind } = click;
  const raw = await inTime(inject(click, call, { srcUrl, kind }));
  const answer = v.safeParse(Answer, raw);
  if (!answer.success) throw new PictureError('bad-reply');
  if (!answer.output.ok) throw new PictureError(answer.output.code, answer.output.message);
  const value = v.safeParse(result, answer.output.value);
  if (!value.success) throw new PictureError('bad-reply');
  return value.output;
}
