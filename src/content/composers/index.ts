/** The composers that Gurn knows, the particular before the general. */
import type { ComposerAdapter } from './adapter.ts';
import { converse } from './converse.ts';
import { discord } from './discord.ts';
import { element } from './element.ts';
import { generic, line } from './generic.ts';
import { github } from './github.ts';
import { googleChat } from './google-chat.ts';
import { mattermost } from './mattermost.ts';
import { messenger } from './messenger.ts';
import { reddit } from './reddit.ts';
import { rocketChat } from './rocket-chat.ts';
import { slack } from './slack.ts';
import { teams } from './teams.ts';
import { telegramA } from './telegram-a.ts';
import { telegramK } from './telegram-k.ts';
import { theLounge } from './the-lounge.ts';
import { whatsapp } from './whatsapp.ts';
import { x } from './x.ts';
import { zulip } from './zulip.ts';

export type { ComposerAdapter } from './adapter.ts';
export { type Editor, editorOf } from './editors.ts';

/** Every messenger's table; without the general ones. */
export const messengers: readonly ComposerAdapter[] = [
  discord,
  slack,
  teams,
  whatsapp,
  telegramA,
  telegramK,
  messenger,
  googleChat,
  x,
  reddit,
  github,
  mattermost,
  rocketChat,
  element,
  zulip,
  theLounge,
  converse,
];

/** The part of an element that recognition needs. */
export interface Matchable {
  matches(selector: string): boolean;
}

const holdsOn = ({ hosts }: ComposerAdapter, host: string): boolean =>
  hosts === undefined || hosts.some((known) => host === known || host.endsWith(`.${known}`));

/** Returns the table for this element on this host, or `undefined` when it is no composer. */
export const adapterOf = (candidate: Matchable, host: string): ComposerAdapter | undefined =>
  [...messengers, generic, line].find((adapter) => holdsOn(adapter, host) && candidate.matches(adapter.composer));

/** The composers that are known by sight on this host, without having had the cursor. */
export const unmistakableOn = (host: string): readonly ComposerAdapter[] =>
  messengers.filter((adapter) => adapter.unmistakable && holdsOn(adapter, host));
