import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';

/** Why nothing happens while the page covers the panel. */
export function Covered({ covered }: { covered: ReadonlySignal<boolean> }): JSX.Element | null {
  if (!covered.value) return null;
  return (
    <p class="covered" role="alert">
      Something on this page covers Gurn. It takes no clicks until all of it can be seen.
    </p>
  );
}
