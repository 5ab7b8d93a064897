/**
 * What a person reads in the editor. Runs in its page. CKEditor has words for screen readers beside its pictures, and
 * Slate a mark where there is no text.
 */
export function readText(): string | undefined {
  const found = document.querySelector('[data-composer]');
  const box = found?.closest('[contenteditable=true]') ?? found?.querySelector('[contenteditable=true]');
  const copy = box?.cloneNode(true) as Element | undefined;
  for (const other of copy?.querySelectorAll('.ck-widget, .ck-fake-selection-container') ?? []) other.remove();
  return copy?.textContent?.replaceAll('\u{feff}', '').trim();
}
