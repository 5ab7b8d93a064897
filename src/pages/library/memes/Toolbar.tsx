/** What is shown, and in which order. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { count } from '../../../ui/words.ts';
import { useModel } from '../model.ts';
import { ORDERS, orderOf } from './order.ts';

/** More tags than these make a list that nobody reads; the search box finds the others. */
const TAGS = 200;

export function Toolbar(): JSX.Element {
  const { view, insight } = useModel().gallery;
  const { faceless, expression, words, animated, order } = view;
  const wanted = faceless.value || expression.value !== undefined;
  useEffect(() => {
    if (wanted) void insight.ask();
  }, [insight, wanted]);
  return (
    <search class="toolbar">
      <input
        type="search"
        class="search"
        placeholder="Search names, tags, sources"
        aria-label="Search names, tags, sources and titles"
        value={words.value}
        onInput={({ currentTarget }) => {
          words.value = currentTarget.value;
        }}
      />
      <ExpressionChoice />
      <TagChoice />
      <Chip label="No face" on={faceless.value} toggle={() => (faceless.value = !faceless.value)} />
      <Chip label="Animated" on={animated.value} toggle={() => (animated.value = !animated.value)} />
      <select
        aria-label="Order"
        value={order.value}
        onChange={({ currentTarget }) => {
          order.value = orderOf(currentTarget.value);
        }}
      >
        {ORDERS.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Result />
    </search>
  );
}

function Chip({ label, on, toggle }: { label: string; on: boolean; toggle: () => void }): JSX.Element {
  return (
    <button type="button" class="button small chip" aria-pressed={on} onClick={toggle}>
      {label}
    </button>
  );
}

/** The names with how many memes wear each; counted when a person first turns to the list. */
function ExpressionChoice(): JSX.Element {
  const { view, insight, names } = useModel().gallery;
  const counts = insight.counts.value;
  const worn = names.value.map((name, index) => ({ name, index, memes: counts.get(index) ?? 0 }));
  const offered = worn.filter(({ memes }) => memes > 0).toSorted((a, b) => a.name.localeCompare(b.name));
  const ask = (): void => void insight.ask();
  return (
    <select
      aria-label="Expression"
      value={view.expression.value ?? ''}
      onPointerEnter={ask}
      onFocus={ask}
      onChange={({ currentTarget: { value } }) => {
        view.expression.value = value === '' ? undefined : Number(value);
      }}
    >
      <option value="">{insight.worn.value ? 'Any expression' : 'Any expression…'}</option>
      {offered.map(({ name, index, memes }) => (
        <option key={index} value={index}>
          {name} ({memes.toLocaleString('en')})
        </option>
      ))}
    </select>
  );
}

function TagChoice(): JSX.Element | null {
  const { view } = useModel().gallery;
  const tags = view.tags.value.slice(0, TAGS).toSorted(([a], [b]) => a.localeCompare(b));
  if (tags.length === 0) return null;
  return (
    <select
      aria-label="Tag"
      value={view.tag.value}
      onChange={({ currentTarget }) => {
        view.tag.value = currentTarget.value;
      }}
    >
      <option value="">Any tag</option>
      {tags.map(([tag, memes]) => (
        <option key={tag} value={tag}>
          {tag} ({memes.toLocaleString('en')})
        </option>
      ))}
    </select>
  );
}

/** What came of the choice, in words. */
function Result(): JSX.Element {
  const { view, insight } = useModel().gallery;
  const needsFaces = view.faceless.value || view.expression.value !== undefined;
  const words = (): string => {
    if (needsFaces && insight.trouble.value) return insight.trouble.value;
    if (needsFaces && !insight.worn.value) return 'Reading the faces…';
    return view.filtered.value ? `${count(view.shown.value.length, 'meme')} found` : '';
  };
  return (
    <p class="small quiet result" role="status">
      {words()}
      {view.filtered.value && (
        <button type="button" class="button small" onClick={() => view.clear()}>
          Clear
        </button>
      )}
    </p>
  );
}
