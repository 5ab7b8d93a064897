/** Bringing in many pictures: what is kept of it, what looks alike, what can be read. */
export { addressesIn, nameOfAddress, originsOf } from './addresses.ts';
export { ArchiveError, unpack } from './archive.ts';
export { isLitter, isZip, refusalOf, titleOf } from './files.ts';
export type { Fingerprints } from './fingerprints.ts';
export { IMGFLIP_LIST, IMGFLIP_PICTURES, TemplatesError, templatesIn } from './imgflip.ts';
export type { Imports } from './imports.ts';
export { type Merge, united } from './merge.ts';
export { createLookalikes, type Lookalikes, type Looks } from './near.ts';
export type { Claimed, KeyedItem } from './next.ts';
export type { Findings, ImportQueue } from './queue.ts';
export type { NewItem } from './turn.ts';
export { openOf } from './turn.ts';
