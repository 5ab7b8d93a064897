/** Keeps a document where it is: an address can carry away as much as a request, and no policy forbids to go there. */
import { isOwn } from './own.ts';
import { replace, takeAway } from './take-away.ts';

const { apply } = Reflect;
const { preventDefault } = Event.prototype;

/** What Navigation's event says, as far as it is used. */
interface Leaving extends Event {
  readonly destination: { readonly url: string };
}

const refuse = (event: Event): void => {
  apply(preventDefault, event, []);
  console.error('Gurn: a way out of this page was refused.');
};

/** No script sends this window to another site, nor opens one. What a person clicks opens as ever. */
export function stayHome(view: Window & { readonly navigation?: EventTarget }): void {
  view.navigation?.addEventListener('navigate', (event) => {
    if (!isOwn((event as Leaving).destination.url)) refuse(event);
  });
  replace(view, 'open', () => null);
  // With three arguments it opens a window, too.
  takeAway(Document.prototype, ['open']);
  guardLinks(view);
  guardForms(view);
}

const leadsOut = (target: unknown): boolean =>
  (target instanceof HTMLAnchorElement || target instanceof HTMLAreaElement) &&
  target.href !== '' &&
  !isOwn(target.href);

/** A link that opens another window is no navigation of this one. Only a person's own click may follow one out. */
function guardLinks(view: Window): void {
  const judge = (event: Event): void => {
    if (!event.isTrusted && event.composedPath().some(leadsOut)) refuse(event);
  };
  for (const type of ['click', 'auxclick']) view.addEventListener(type, judge, { capture: true });
  // A link that stands in no document is followed all the same, and no listener hears of it.
  const { dispatchEvent } = EventTarget.prototype;
  const { click } = HTMLElement.prototype;
  replace(EventTarget.prototype, 'dispatchEvent', function (this: EventTarget, event: Event) {
    return leadsOut(this) ? false : apply(dispatchEvent, this, [event]);
  });
  replace(HTMLElement.prototype, 'click', function (this: HTMLElement) {
    if (!leadsOut(this)) apply(click, this, []);
  });
}

/** No form of Gurn's is ever sent. The policy refuses it too, but by then the browser has looked up who would get it. */
function guardForms(view: Window): void {
  view.addEventListener('submit', (event) => apply(preventDefault, event, []), { capture: true });
  takeAway(HTMLFormElement.prototype, ['submit']);
}
