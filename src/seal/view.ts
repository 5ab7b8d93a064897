/** The first script of every document that a person sees. */
import { sealDocument } from './document.ts';

/** They look up names, or bring a realm in which nothing is taken away. */
const FORBIDDEN = ['embed', 'fencedframe', 'frame', 'link', 'meta', 'object'];

/** In Firefox the engine's document is a frame of the view (docs/firefox.md); the policy names which it may be. */
const forbidden = location.protocol === 'moz-extension:' ? FORBIDDEN : [...FORBIDDEN, 'iframe'];

sealDocument((name) => !forbidden.includes(name));
