import type { JSX } from 'preact';
import type { Section } from './sections.ts';

/** Links, so that a section has an address and the browser's way back works. */
export function Tabs({ sections, current }: { sections: readonly Section[]; current: string }): JSX.Element {
  return (
    <nav class="tabs" aria-label="Library">
      {sections.map(({ id, label }) => (
        <a key={id} href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
