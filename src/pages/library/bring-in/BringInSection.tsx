/** Where many pictures come in at once, and what became of those that did. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useModel } from '../model.ts';
import { Addresses } from './Addresses.tsx';
import { ImportCard } from './ImportCard.tsx';
import { Sources } from './Sources.tsx';
import './bring-in.css';

export function BringInSection(): JSX.Element {
  const { bringIn } = useModel();
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => pasted(event, bringIn);
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, [bringIn]);
  const { value: trouble } = bringIn.trouble;
  return (
    <section class="bring-in" aria-label="Bring in">
      <div class="ways">
        <Sources />
        <Addresses />
      </div>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {bringIn.all.value.map((record) => (
        <ImportCard key={record.id} record={record} />
      ))}
    </section>
  );
}

/** Pictures are taken at once; text becomes addresses to be loaded by a click, since it may ask for permission. */
function pasted(event: ClipboardEvent, { addPasted, addresses }: ReturnType<typeof useModel>['bringIn']): void {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length > 0) {
    event.preventDefault();
    addPasted(files);
    return;
  }
  if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
  const text = event.clipboardData?.getData('text/plain').trim() ?? '';
  if (text) addresses.value = [addresses.value.trim(), text].filter(Boolean).join('\n');
}
