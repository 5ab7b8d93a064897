/** The sections of the library page, in the order of their tabs. A section is a folder with a view. */
import type { FunctionComponent } from 'preact';
import { BringInSection } from './bring-in/BringInSection.tsx';
import { MapSection } from './map/MapSection.tsx';
import { MemesSection } from './memes/MemesSection.tsx';
import { PacksSection } from './packs/PacksSection.tsx';
import { Settings } from './settings/Settings.tsx';

export interface Section {
  /** In the address: `#settings`. */
  readonly id: string;
  readonly label: string;
  /** Drawn while its tab is the current one. What it shows and can do comes from `useModel()`. */
  readonly View: FunctionComponent;
}

export const SECTIONS = [
  { id: 'memes', label: 'Memes', View: MemesSection },
  { id: 'map', label: 'Map', View: MapSection },
  { id: 'bring-in', label: 'Bring in', View: BringInSection },
  { id: 'packs', label: 'Packs', View: PacksSection },
  { id: 'settings', label: 'Settings', View: Settings },
] as const satisfies readonly Section[];
