/** Packs: memes with all that belongs to them in one file. See docs/pack-format.md. */
export { PackError, type PackErrorCode } from './errors.ts';
export { sourcesOf } from './export.ts';
export { type Imported, type ImportOptions, importPack, type Phase } from './import.ts';
export { LIMITS } from './limits.ts';
export { type PictureType, TYPES } from './names.ts';
export type { Source } from './packed.ts';
export { type Pack, type PackMeme, type ReadOptions, readPack } from './read.ts';
export type { Merged, Outcome, Packs } from './store.ts';
export { type WriteOptions, type Written, writePack } from './write.ts';
