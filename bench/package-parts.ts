/** Which part of the package a file belongs to. */

interface Rule {
  readonly part: string;
  readonly path?: RegExp;
  /** What only this part's scripts hold: the names of scripts tell nothing. */
  readonly text?: RegExp;
}

/** The first that fits counts. */
const RULES: readonly Rule[] = [
  { part: 'MediaPipe, WebAssembly', path: /^wasm\/vision_.*\.wasm$/ },
  { part: 'MediaPipe, its loader', path: /^wasm\/vision_.*\.js$/ },
  { part: 'tfjs, WebAssembly', path: /^wasm\/tfjs-.*\.wasm$/ },
  { part: 'embedder', path: /^models\/embedder\// },
  { part: 'detectors', path: /^models\/detectors\// },
  { part: 'named expressions', path: /^models\/prototypes\.json$/ },
  { part: 'starter stickers', path: /^starter\// },
  { part: 'icons', path: /^icons\// },
  { part: "second engine's worker (MediaPipe, tfjs, all backends)", path: /second-engine-worker/ },
  { part: 'expression map (umap-js)', path: /(map|survey|chart)-worker/ },
  { part: 'tfjs core and MediaPipe script', path: /\.js$/, text: /wasmBinaryPath/ },
  { part: 'tfjs, shared by its backends', path: /\.js$/, text: /broadcastTo\(\)|inner-most axes/ },
  { part: 'tfjs, WebGPU script', path: /\.js$/, text: /@workgroup_size|workgroup_id/ },
  { part: 'tfjs, WASM script', path: /\.js$/, text: /tfjs-backend-wasm-simd/ },
  { part: 'tfjs, WebGL script', path: /\.js$/, text: /gl_FragColor|setOutput\(/ },
  { part: 'zip.js', path: /\.js$/, text: /zip-core|central directory/i },
  { part: 'content script', path: /^src\/content\// },
  { part: 'views, background, library, messages', path: /\.(js|css|html)$/ },
];

/** `path` from the package's root; `read` is asked only where the path does not tell. */
export function partOf(path: string, read: () => string): string {
  const fits = ({ path: pattern, text }: Rule): boolean => {
    if (pattern && !pattern.test(path)) return false;
    return !text || text.test(read());
  };
  return RULES.find(fits)?.part ?? 'rest';
}
