/**
 * `npm run bench:quality`: how well an embedding knows expressions, ours and everybody else's, on pictures that lie in
 * ../shared/data. What a model has said of a picture is kept in out/quality, so that only new models have to
 * look, and ours when the engine is another.
 *
 *   --model FOLDER     an exported embedder to measure instead of models/embedder
 *   --previous FOLDER  the one before it, for a row of its own (else: the figures in docs/quality.json)
 *   --faces N          the first N of each large set (all); --peer-faces N: for the peers
 *   --without-peers    ours alone; --peers face-landmarker,face-api,human: these (all)
 *   --robustness WHO   all, or ours: the peers are spared 600 altered portraits
 *   --data FOLDER      ../shared/data
 *   --landmarker FILE  MediaPipe's model (DATA/peers/face_landmarker.task)
 *   --cache FOLDER     out/quality
 *   --out FILE         where the report is written: docs/quality.md when all faces are looked at, by the peers and by
 *                      what ships; otherwise it is only printed
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../tools/paths.ts';
import { PEERS, type PeerName } from './quality/peers/peer.ts';
import { REPORT, runQuality } from './quality/run.ts';
import { DataError } from './quality/sets/data.ts';

const { values } = parseArgs({
  options: {
    model: { type: 'string' },
    previous: { type: 'string' },
    faces: { type: 'string' },
    'peer-faces': { type: 'string' },
    'without-peers': { type: 'boolean', default: false },
    peers: { type: 'string', default: PEERS.join(',') },
    robustness: { type: 'string', default: 'all' },
    data: { type: 'string', default: join(root, '../shared/data') },
    landmarker: { type: 'string' },
    cache: { type: 'string', default: join(root, 'out/quality') },
    out: { type: 'string' },
  },
});

function numberOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  const number = Number(text);
  // Fewer than three faces are no triple.
  if (!Number.isInteger(number) || number < 3) throw new DataError(`"${text}" is no number of faces.`);
  return number;
}

function peersIn(list: string): PeerName[] {
  const names = list.split(',');
  const unknown = names.find((name) => !PEERS.some((peer) => peer === name));
  if (unknown !== undefined) throw new DataError(`There is no peer "${unknown}": they are ${PEERS.join(', ')}.`);
  return PEERS.filter((peer) => names.includes(peer));
}

try {
  const faces = numberOf(values.faces);
  const isAll = !values['without-peers'] && peersIn(values.peers).length === PEERS.length;
  const isWhole = !values.model && isAll && faces === Number.POSITIVE_INFINITY;
  await runQuality({
    model: values.model ?? join(root, 'models/embedder'),
    previous: values.previous,
    faces,
    peerFaces: Math.min(faces, numberOf(values['peer-faces'])),
    peers: values['without-peers'] ? [] : peersIn(values.peers),
    peersDrift: values.robustness !== 'ours',
    data: values.data,
    places: {
      cache: values.cache,
      landmarker: values.landmarker ?? join(values.data, 'peers/face_landmarker.task'),
    },
    out: values.out ?? (isWhole ? REPORT : undefined),
    command: ['npm run bench:quality', ...(process.argv.length > 2 ? ['--'] : []), ...process.argv.slice(2)].join(' '),
  });
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
