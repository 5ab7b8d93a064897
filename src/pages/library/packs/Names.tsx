import type { JSX } from 'preact';

/** Beyond that nobody reads on, and a page of thousands of lines is slow. */
const SHOWN = 200;

/** A list that is folded up; nothing when it is empty. */
export function Names({ label, names }: { label: string; names: readonly string[] }): JSX.Element | null {
  if (names.length === 0) return null;
  const rest = names.length - SHOWN;
  return (
    <details>
      <summary>{label}</summary>
      <ul>
        {names.slice(0, SHOWN).map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may be the same, and their order never changes
          <li key={i}>{name}</li>
        ))}
        {rest > 0 && <li class="quiet">and {rest.toLocaleString('en')} more</li>}
      </ul>
    </details>
  );
}
