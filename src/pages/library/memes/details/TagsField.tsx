import type { JSX } from 'preact';
import type { Meme } from '../../../../library/index.ts';
import { Icon } from '../../../../ui/Icon.tsx';
import { useModel } from '../../model.ts';
import { tagsIn } from '../tags.ts';
import { useUpdate } from './use-update.ts';

/** The tags, each with a way to take it off, and a field for more. */
export function TagsField({ meme }: { meme: Meme }): JSX.Element {
  const { view } = useModel().gallery;
  const { trouble, save } = useUpdate(meme);
  const { tags } = meme;
  const add = (input: HTMLInputElement): void => {
    const more = tagsIn(input.value).filter((tag) => !tags.includes(tag));
    input.value = '';
    if (more.length > 0) void save({ tags: [...tags, ...more] });
  };
  return (
    <div class="field">
      <label class="small quiet" for="new-tag">
        Tags
      </label>
      <div class="tags">
        {tags.map((tag) => (
          <button
            key={tag}
            type="button"
            class="button small chip"
            aria-label={`Remove the tag ${tag}`}
            onClick={() => void save({ tags: tags.filter((one) => one !== tag) })}
          >
            {tag}
            <Icon name="close" />
          </button>
        ))}
      </div>
      <input
        id="new-tag"
        list="known-tags"
        placeholder="Add a tag, Enter"
        onBlur={({ currentTarget }) => add(currentTarget)}
        onKeyDown={({ key, currentTarget }) => (key === 'Enter' || key === ',') && add(currentTarget)}
      />
      <datalist id="known-tags">
        {view.tags.value.slice(0, 50).map(([tag]) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      {trouble && <span role="alert">{trouble}</span>}
    </div>
  );
}
