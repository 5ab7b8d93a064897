/** Outside an extension the polyfill refuses to load. Nothing here calls it: the popup's ports are scripted. */
const runtime = { id: 'scripted' };
Object.assign(globalThis, { chrome: { runtime }, browser: { runtime } });

export {};
