import type { EmbedResult } from '../result.ts';

export type Understood = Omit<EmbedResult, 'file' | 'error'>;

/**
 * `looks`: how often a detector looked at the picture. `broken`: the engine failed, not the picture; the page must be
 * replaced.
 */
export type Reply =
  | { readonly picture: Understood; readonly looks: number }
  | { readonly error: string; readonly broken: boolean };

declare global {
  /** Loads the models. Gives the reason when they cannot be had, else null. Never rejects. */
  var startEngine: () => Promise<string | null>;
  /** Fetches a picture from the tool's server and finds its faces. Never rejects. */
  var embedPicture: (address: string) => Promise<Reply>;
}
