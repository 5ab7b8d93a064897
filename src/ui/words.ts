/** How numbers are said. */

/** Whole per cent; 100 is kept for the very same face, so 99.6 is not it. */
export const percent = (closeness: number): number => Math.max(0, Math.min(100, Math.floor(closeness)));

/** What the per cent of a match means. `closeness`: of 100 random faces, how many are farther. */
export const closenessInWords = (closeness: number): string =>
  `closer to your expression than ${percent(closeness)} of 100 faces`;

export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

export function bytesInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1e6) return `${Math.round(bytes / 1000)} KB`;
  if (bytes < 1e9) return `${(bytes / 1e6).toFixed(1)} MB`;
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

/** The likeliest expression and, where it is nearly as likely, the second: "grin · laugh". */
export function expressionInWords(expressions: readonly { name: string; likeness: number }[]): string {
  const [first, second] = expressions;
  if (!first) return '';
  const both = second !== undefined && second.likeness >= first.likeness * 0.85;
  return both ? `${first.name} · ${second.name}` : first.name;
}

/** What has just been loaded, as the engine names it, in words for a person who waits. */
export function stepInWords(step: string): string {
  const words: Readonly<Record<string, string>> = {
    network: 'Learning to read faces.',
    embedder: 'Warming up.',
    detector: 'Learning to find faces.',
  };
  return words[step] ?? 'Loading.';
}
