/** The keys that paste here, as people of this system write them. */
export const pasteKeys = (platform = navigator.platform): string =>
  /mac|iphone|ipad/i.test(platform) ? '⌘V' : 'Ctrl+V';

/** The keys that copy here. */
export const copyKeys = (platform = navigator.platform): string =>
  /mac|iphone|ipad/i.test(platform) ? '⌘C' : 'Ctrl+C';
