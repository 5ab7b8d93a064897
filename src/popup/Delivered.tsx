/** What became of an insertion or a copy. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from '../ui/Icon.tsx';
import { pasteKeys } from '../ui/platform.ts';
import type { Delivery } from './delivery.ts';
import { useModel } from './model.ts';

/** The line for each outcome; '' says nothing. */
export function deliveredInWords(delivery: Delivery, keys: string): string {
  switch (delivery.step) {
    case 'none':
      return '';
    case 'inserting':
      return 'Inserting…';
    case 'inserted':
      return 'In your message.';
    case 'probably':
      return 'Probably inserted: look at your message.';
    case 'copied':
      return delivery.still
        ? `Copied as a still picture, since the clipboard takes no animation: press ${keys}.`
        : `Copied: press ${keys}.`;
    case 'in-hand':
      return 'Neither inserted nor copied. Save the file, or drag the picture into your message.';
    case 'gone':
      return 'This meme is no longer in your library.';
    case 'failed':
      return 'Neither inserted nor copied.';
  }
}

const MOOD: Readonly<Record<Delivery['step'], 'good' | 'plain' | 'bad'>> = {
  none: 'plain',
  inserting: 'plain',
  inserted: 'good',
  probably: 'plain',
  copied: 'good',
  'in-hand': 'bad',
  gone: 'bad',
  failed: 'bad',
};

export function Delivered(): JSX.Element | null {
  const { deliverer, say } = useModel();
  const { value: delivery } = deliverer.delivery;
  const words = deliveredInWords(delivery, pasteKeys());
  const mood = MOOD[delivery.step];
  useEffect(() => {
    if (words && delivery.step !== 'inserting') say(words);
  }, [words, delivery.step, say]);
  if (!words) return null;
  return (
    <div class={`delivered ${mood}`}>
      {delivery.step === 'in-hand' && <img class="in-hand" src={delivery.url} alt={delivery.name} />}
      {delivery.step !== 'in-hand' && <Icon name={mood === 'good' ? 'check' : mood === 'bad' ? 'alert' : 'again'} />}
      <div>
        <p>{words}</p>
        {'why' in delivery && delivery.why && <p class="small quiet">{delivery.why}</p>}
        {delivery.step === 'in-hand' && (
          <a class="button small" href={delivery.url} download={delivery.name}>
            <Icon name="save" />
            Save the file
          </a>
        )}
      </div>
      {delivery.step !== 'inserting' && delivery.step !== 'inserted' && (
        <button type="button" class="button round" aria-label="Dismiss" onClick={() => deliverer.dismiss()}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
