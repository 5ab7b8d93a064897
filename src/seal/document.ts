/**
 * A document's policy keeps fetches, pictures and sockets from the network. What no policy of Chromium's can forbid is
 * taken away here, before anything else runs. What this holds, and what it cannot: docs/privacy.md.
 */
import { limitElements } from './elements.ts';
import { stayHome } from './home.ts';
import { trustOwnScripts } from './scripts.ts';
import { takeAway } from './take-away.ts';

/** Each reaches another machine past the policy, or leads to elements and realms in which nothing is taken away. */
const WAYS_OUT = [
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'documentPictureInPicture',
  'customElements',
  'XSLTProcessor',
];

/** `may`: whether this document may make an element of this name. */
export function sealDocument(may: (localName: string) => boolean): void {
  takeAway(window, WAYS_OUT);
  for (const { prototype } of [Element, ShadowRoot]) takeAway(prototype, ['setHTML']);
  limitElements(Document.prototype, may);
  trustOwnScripts(window);
  stayHome(window);
}
