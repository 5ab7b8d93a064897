import type { Packing } from './packing.ts';

/** Opens a pack that was dropped on the page, and shows the section that tells of it. False when there is none. */
export function takeDroppedPack(files: FileList | undefined, packing: Pick<Packing, 'importFile'>): boolean {
  const pack = [...(files ?? [])].find(({ name }) => name.endsWith('.gurnpack'));
  if (!pack) return false;
  location.hash = '#packs';
  void packing.importFile(pack);
  return true;
}
