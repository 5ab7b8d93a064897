import type { JSX, RefObject } from 'preact';
import { MOST_WORDS } from '../messages/index.ts';
import { useModel } from './model.ts';

/** Words filter, the face ranks. The keys that work in it are in keys.ts. */
export function SearchBox({ box }: { box: RefObject<HTMLInputElement | null> }): JSX.Element {
  const { live } = useModel();
  return (
    <search class="finder">
      <input
        ref={box}
        type="search"
        placeholder="Search"
        aria-label="Search your memes by words"
        aria-keyshortcuts="/"
        title="Search names, tags, sources and expressions (/)"
        autocomplete="off"
        spellcheck={false}
        maxLength={MOST_WORDS}
        value={live.typed.value}
        onInput={({ currentTarget }) => live.search(currentTarget.value)}
      />
    </search>
  );
}
