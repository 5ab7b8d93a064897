/** The second engine's worker is a script of its own, and imports go on without it, unseen: so it is asked here. */
import { readdirSync } from 'node:fs';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BackendName } from '../../../src/engine/index.ts';
import type { Answer, Call } from '../../../src/offscreen/import/second-engine-line.ts';
import { type Gurn, launchGurn } from '../support/extension.ts';

let gurn: Gurn;
let page: Page;

beforeAll(async () => {
  gurn = await launchGurn({ args: ['--enable-unsafe-webgpu'] });
  page = await gurn.context.newPage();
  await page.goto(gurn.url('src/pages/welcome/index.html'));
});
afterAll(() => gurn.close());

/** Runs in a page of the extension. Starts the worker, and hears what it says to its first call. */
function firstAnswer([script, call]: readonly [string, Call]): Promise<Answer> {
  const worker = new Worker(script);
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(call);
  });
  return answer.finally(() => worker.terminate());
}

test.each<BackendName>(['wasm', 'webgl', 'webgpu'])('the second engine runs on %s', async (backend) => {
  const dist = process.env.GURN_DIST ?? 'dist';
  const script = readdirSync(`${dist}/assets`).find((name) => name.startsWith('second-engine-worker'));
  const fetched: string[] = [];
  const note = (request: Request) => fetched.push(request.url());
  gurn.context.on('request', note);
  const answer = await page.evaluate(firstAnswer, [
    gurn.url(`assets/${script}`),
    { id: 1, type: 'open', assets: gurn.url(''), backend },
  ] as const);
  gurn.context.off('request', note);
  expect(answer).toEqual({ id: 1, model: expect.any(String) });
  // An engine whose backend fails runs on WASM, which is fetched only then.
  expect(fetched).toContain(gurn.url('models/embedder/model.json'));
  expect(fetched.some((url) => url.includes('tfjs-backend-wasm'))).toBe(backend === 'wasm');
});
