const base = `${location.origin}/`;

/** An address of the package, or of something in memory that is Gurn's. */
export const isOwn = (url: string): boolean => (url.startsWith('blob:') ? url.slice(5) : url).startsWith(base);
