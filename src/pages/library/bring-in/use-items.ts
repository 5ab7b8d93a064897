import { useEffect, useState } from 'preact/hooks';
import type { ImportItem, ImportRecord, ItemState } from '../../../library/index.ts';
import { useModel } from '../model.ts';

/** An import's pictures in some states (all unless told), read again whenever its record changes; null while reading. */
export function useItems(record: ImportRecord, states?: readonly ItemState[]): readonly ImportItem[] | null {
  const { ports } = useModel();
  const [items, setItems] = useState<readonly ImportItem[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the record stands for what it counts
  useEffect(() => {
    let wanted = true;
    ports.library.imports.items(record.id, states).then(
      (read) => wanted && setItems(read),
      (error: unknown) => console.error('Gurn: the pictures of an import could not be read', error),
    );
    return () => {
      wanted = false;
    };
  }, [ports, record]);
  return items;
}
