/** The composers that Gurn knows, the particular before the general. */
import type { ComposerAdapter } from './adapter.ts';
import { discord } from './discord.ts';
import { generic } from './generic.ts';
import { slack } from './slack.ts';

export type { ComposerAdapter } from './adapter.ts';

const adapters: readonly ComposerAdapter[] = [discord, slack, generic];

/** The part of an element that recognition needs. */
export interface Matchable {
  matches(selector: string): boolean;
}

/** Returns the table for this element, or `undefined` when it is no composer. */
export const adapterOf = (element: Matchable): ComposerAdapter | undefined =>
  adapters.find(({ composer }) => element.matches(composer));

/** The composers that are known by sight, without having had the cursor. */
export const unmistakable: readonly ComposerAdapter[] = adapters.filter((adapter) => adapter.unmistakable);
