import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from '../ui/Icon.tsx';
import { copyKeys } from '../ui/platform.ts';
import { useMotion } from '../ui/use-motion.ts';
import { usePicture } from '../ui/use-picture.ts';
import { closenessInWords, percent } from '../ui/words.ts';
import { DIGITS } from './keys.ts';
import { useModel } from './model.ts';
import type { Shown } from './search.ts';

interface Props {
  readonly match: Shown;
  readonly index: number;
  readonly selected: boolean;
}

/** One match. A click inserts; the small sign in its corner, for the mouse, copies: the keyboard has Ctrl+C for that. */
export function MatchCard({ match, index, selected }: Props): JSX.Element {
  const { pictures, names, selection, deliverer } = useModel();
  const { meme, closeness, frame } = match;
  const card = useRef<HTMLDivElement>(null);
  const { name, animated = frame > 0 } = names.of(meme).value ?? {};
  const plays = useMotion(card);
  const still = animated && !plays;
  const picture = usePicture(pictures, meme, still ? frame : undefined);
  const { value: delivery } = deliverer.delivery;
  const busy = delivery.step === 'inserting' && delivery.meme === meme;
  const key = index < DIGITS ? String(index + 1) : undefined;
  const words = closeness === undefined ? 'found by its words' : closenessInWords(closeness);

  const click = (event: MouseEvent): void => {
    // The second half of a double click: another meme may rank here by now.
    if (event.detail > 1) return;
    selection.choose(meme);
    const onCopy = event.target instanceof Element && event.target.closest('.copy-sign') !== null;
    void (onCopy ? deliverer.copy(meme) : deliverer.insert(meme));
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of all matches are handled in one place, use-keys.ts
    <div
      ref={card}
      class={`match ${busy ? 'busy' : ''}`}
      role="option"
      data-meme={meme}
      tabIndex={selected ? 0 : -1}
      aria-selected={selected}
      aria-keyshortcuts={key}
      title={`${name ?? ''}\n${words}`}
      onClick={click}
      onFocus={() => selection.choose(meme)}
    >
      <div class="picture">
        {picture === 'gone' && <Icon name="alert" />}
        {picture !== 'gone' && picture !== 'loading' && (
          // A still that is dragged away would be a still at its destination too.
          <img
            src={picture.url}
            onError={picture.onError}
            alt=""
            draggable={!still}
            decoding="sync"
            elementtiming="match"
          />
        )}
        {key && (
          <span class="key" aria-hidden="true">
            {key}
          </span>
        )}
        {still && (
          <span class="moves" title="Animated" aria-hidden="true">
            <Icon name="play" />
          </span>
        )}
        <span class="copy-sign" title={`Copy (${copyKeys()})`} aria-hidden="true">
          <Icon name="copy" />
        </span>
      </div>
      <p class="name">{name ?? 'Loading…'}</p>
      {closeness === undefined ? (
        <p class="close">By its words</p>
      ) : (
        <p class="close">
          <span class="meter">
            <span style={{ width: `${percent(closeness)}%` }} />
          </span>
          {percent(closeness)} %<span class="unseen">, {words}</span>
        </p>
      )}
    </div>
  );
}
