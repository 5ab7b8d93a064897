/** Fetches what an item of an import stands for, and keeps it with the item; so is why it cannot be had. */
import { TemplatesError, templatesIn } from '../../library/importers/imgflip.ts';
import type { ImportItem, Library } from '../../library/index.ts';
import { PictureError } from '../add/errors.ts';
import { LoadError } from './load.ts';

/** Bytes of imgflip's list, which has some 30,000. */
const MOST_LIST_BYTES = 4 * 1024 * 1024;

export interface FetchParts {
  readonly imports: Pick<Library['imports'], 'item' | 'settle' | 'expand'>;
  readonly load: (address: string, limit?: number) => Promise<Blob>;
}

/** Harmless when the item is open no more. @throws LibraryError */
export async function fetchItem(key: number, { imports, load }: FetchParts): Promise<void> {
  const item = await imports.item(key);
  if (item?.state !== 'fetch') return;
  try {
    if (item.holds === 'templates') await fetchTemplates(item, key, { imports, load });
    else await imports.settle(key, { state: 'waiting', blob: await load(item.source) });
  } catch (error) {
    if (!(error instanceof LoadError || error instanceof PictureError || error instanceof TemplatesError)) throw error;
    await imports.settle(key, { state: 'failed', reason: error.message });
  }
}

async function fetchTemplates(item: ImportItem, key: number, { imports, load }: FetchParts): Promise<void> {
  const list = await load(item.source, MOST_LIST_BYTES);
  await imports.expand({ ...item, key }, templatesIn(await list.text()), true);
}
