/** Our network alone, timed: one aligned face a call. */
import { whyNotWorthwhile } from '../../../../src/engine/backends.ts';
import type { BackendName } from '../../../../src/engine/index.ts';
import { fetchWeights, Network } from '../../../../src/engine/network.ts';
import type { Speed } from '../../speed.ts';

declare global {
  /** @throws when the backend does not start */
  var timeNetwork: (plan: { readonly backend: BackendName; readonly calls: number }) => Promise<Speed>;
}

globalThis.timeNetwork = async ({ backend, calls }) => {
  const weights = await fetchWeights(new URL('/assets/models/embedder/model.json', location.href).href);
  const network = await Network.start(backend, weights, new URL('/assets/wasm/', location.href).href);
  const crop = new Uint8Array(112 * 112 * 3).map((_, i) => (i * 7) & 255);
  const times: number[] = [];
  for (let i = 0; i < calls; i += 1) {
    const start = performance.now();
    await network.embed([crop]);
    times.push(performance.now() - start);
  }
  network.dispose();
  const sorted = times.toSorted((a, b) => a - b);
  const remark = (await whyNotWorthwhile(backend)) ?? '';
  return { backend, median: sorted[calls >> 1] ?? Number.NaN, best: sorted[0] ?? Number.NaN, calls, remark };
};
