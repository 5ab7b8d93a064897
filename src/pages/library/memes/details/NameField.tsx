import type { JSX } from 'preact';
import type { Meme } from '../../../../library/index.ts';
import { useUpdate } from './use-update.ts';

/** Saved when the field is left or Enter is pressed; an empty name is none. */
export function NameField({ meme }: { meme: Meme }): JSX.Element {
  const { trouble, save } = useUpdate(meme);
  const rename = (input: HTMLInputElement): void => {
    const name = input.value.trim();
    if (name === '') input.value = meme.name;
    else if (name !== meme.name) void save({ name });
  };
  return (
    <label class="field">
      <span class="small quiet">Name</span>
      <input
        value={meme.name}
        maxLength={200}
        onBlur={({ currentTarget }) => rename(currentTarget)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && rename(currentTarget)}
      />
      {trouble && <span role="alert">{trouble}</span>}
    </label>
  );
}
