/** What became of an insertion or a copy. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from '../ui/Icon.tsx';
import { pasteKeys } from '../ui/platform.ts';
import { CopyReport } from './CopyReport.tsx';
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
      return delivery.sent ? 'Sent.' : 'In your message.';
    case 'probably':
      return 'Probably inserted: look at your message.';
    case 'would-send':
      return 'This chat sends a picture the moment it gets it.';
    case 'turned-down':
      return 'Not inserted: this site refused the picture.';
    case 'copied':
      return delivery.still
        ? `Copied as a still picture, since the clipboard takes no animation: press ${keys}.`
        : `Copied: press ${keys}.`;
    case 'in-hand':
      return 'Neither inserted nor copied. Save the file, or drag the picture into your message.';
    case 'gone':
      return 'This picture is no longer in your library, or cannot be read there. Add it again, or delete it.';
    case 'failed':
      return 'Neither inserted nor copied.';
  }
}

const MOOD: Readonly<Record<Delivery['step'], 'good' | 'plain' | 'bad'>> = {
  none: 'plain',
  inserting: 'plain',
  inserted: 'good',
  probably: 'plain',
  'would-send': 'plain',
  'turned-down': 'bad',
  copied: 'good',
  'in-hand': 'bad',
  gone: 'bad',
  failed: 'bad',
};

const iconOf = ({ step }: Delivery) => (step === 'inserting' ? 'again' : MOOD[step] === 'good' ? 'check' : 'alert');

/** What can be done now. A report is offered after an insertion that is not known to have worked. */
function Choices({ delivery }: { readonly delivery: Delivery }): JSX.Element | null {
  const { deliverer } = useModel();
  if (delivery.step === 'would-send') {
    return (
      <div class="choices">
        <button type="button" class="button small primary" onClick={() => void deliverer.send(delivery.meme)}>
          Send it now
        </button>
        <button type="button" class="button small" onClick={() => void deliverer.copy(delivery.meme)}>
          Copy it
        </button>
      </div>
    );
  }
  const save = delivery.step === 'in-hand' && (
    <a class="button small" href={delivery.url} download={delivery.name}>
      <Icon name="save" />
      Save the file
    </a>
  );
  const tried = delivery.step === 'probably' || ('why' in delivery && delivery.why !== '');
  if (!save && !tried) return null;
  return (
    <div class="choices">
      {save}
      {tried && <CopyReport instead={delivery.step === 'copied' ? 'For the picture, press Copy again.' : ''} />}
    </div>
  );
}

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
      {delivery.step !== 'in-hand' && <Icon name={iconOf(delivery)} />}
      <div>
        <p>{words}</p>
        {'why' in delivery && delivery.why && <p class="small quiet">{delivery.why}</p>}
        <Choices delivery={delivery} />
      </div>
      {delivery.step !== 'inserting' && delivery.step !== 'inserted' && (
        <button type="button" class="button round" aria-label="Dismiss" onClick={() => deliverer.dismiss()}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
