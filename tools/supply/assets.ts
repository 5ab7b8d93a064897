/** Whose work the files are that ship beside the code: `npm run assets` puts them there. */

/** By the beginning of their path in the package. 'ours': under Gurn's own licence. */
const OWNERS: readonly (readonly [beginning: string, owner: string])[] = [
  ['wasm/vision_wasm_internal.', '@mediapipe/tasks-vision'],
  ['wasm/tfjs-backend-wasm', '@tensorflow/tfjs-backend-wasm'],
  ['models/detectors/', '@mediapipe/face_detection'],
  // Trained here, from first weights of that package's: its licence goes along.
  ['models/embedder/weights.bin', '@vladmandic/human'],
  ['models/embedder/', 'ours'],
  ['models/prototypes.json', 'ours'],
  ['starter/catalogue.json', 'ours'],
  ['starter/', '@lobehub/fluent-emoji-3d'],
  ['icons/', 'ours'],
  ['seal/', 'ours'],
];

/** The package that a file beside the code comes from, 'ours', or undefined when nobody has said. */
export const ownerOf = (path: string): string | undefined =>
  OWNERS.find(([beginning]) => path.startsWith(beginning))?.[1];
