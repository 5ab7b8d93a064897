import type { JSX } from 'preact';
import { Icon } from '../../../ui/Icon.tsx';

/** For whatever acts on selected memes: leads to the packs, where the selection can be exported. */
export function ExportSelection(): JSX.Element {
  return (
    <a class="button small" href="#packs">
      <Icon name="save" />
      Export
    </a>
  );
}
