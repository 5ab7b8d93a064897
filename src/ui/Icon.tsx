/** Small line icons, 24 by 24. */
import type { JSX } from 'preact';

const PATHS = {
  sliders:
    'M4 7h8M18 7h2M12 17h8M4 17h2M15 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM9 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  grid: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
  keys: 'M9.2 9a3 3 0 1 1 4.3 2.700c-1 .5-1.5 1.1-1.5 2.300M12 17.500v.1',
  pause: 'M9 5v14M15 5v14',
  play: 'M8 5l11 7-11 7z',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  check: 'M5 12.500l5 5 9-11',
  close: 'M6 6l12 12M18 6L6 18',
  again: 'M4 12a8 8 0 0 1 14-5l2 2M20 4v5h-5M20 12a8 8 0 0 1-14 5l-2-2M4 20v-5h5',
  save: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  bin: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
  plus: 'M12 5v14M5 12h14',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.1',
  camera: 'M3 8h4l2-3h6l2 3h4v11H3zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
