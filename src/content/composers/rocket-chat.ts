import type { ComposerAdapter } from './adapter.ts';

/** Rocket.Chat: a textarea. A picture is shown in a dialogue before it is sent. */
export const rocketChat: ComposerAdapter = {
  name: 'rocket-chat',
  composer: 'textarea[name="msg"]',
  unmistakable: true,
};
