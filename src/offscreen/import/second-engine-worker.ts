/** A second engine, on another core than the document's: a classic worker, since the detector loads a classic script. */
import '../../seal/worker.ts';
import { createEngine, DecodeError } from '../../engine/index.ts';
import { type Searcher, searcherOf } from './searcher.ts';
import type { Answer, Call } from './second-engine-line.ts';

let opening: Promise<Searcher> | undefined;

async function answer(call: Call): Promise<Answer> {
  try {
    if (call.type === 'open') {
      opening = createEngine({ assets: call.assets, backend: call.backend }).then(searcherOf);
      return { id: call.id, model: (await opening).model };
    }
    if (!opening) throw new Error('the second engine was not opened');
    const { search } = await opening;
    return { id: call.id, ...(await search(call.blob)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id: call.id, message, ...(error instanceof DecodeError && { code: error.code }) };
  }
}

addEventListener('message', ({ data }: MessageEvent<Call>) => {
  void answer(data).then((reply) => postMessage(reply));
});
