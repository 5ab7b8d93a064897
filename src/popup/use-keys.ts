import { useEffect } from 'preact/hooks';
import { type Action, actionOf, type Focus, type Move } from './keys.ts';
import type { Model } from './model.ts';

function focusOn(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target instanceof HTMLInputElement && target.type === 'search') return 'search';
  if (target instanceof HTMLInputElement) return target.type === 'checkbox' ? 'control' : 'text';
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return 'text';
  if (target instanceof HTMLSelectElement) return 'choice';
  return target.matches('button, a, summary') ? 'control' : 'elsewhere';
}

/** Columns as they are laid out now. */
const columnsOf = (grid: HTMLElement | null): number =>
  grid ? getComputedStyle(grid).gridTemplateColumns.split(' ').length : 1;

/** A button clicked with the mouse (the only click with a count) keeps no focus: Space is to freeze, not to click again. */
function letGo({ detail, target }: MouseEvent): void {
  if (detail === 0 || !(target instanceof Element)) return;
  const button = target.closest('main button');
  if (button instanceof HTMLElement) button.blur();
}

/** Text that the person has marked: Ctrl+C is for that. */
const isMarked = (): boolean => {
  const { activeElement } = document;
  const inBox =
    activeElement instanceof HTMLInputElement && activeElement.selectionStart !== activeElement.selectionEnd;
  return inBox || getSelection()?.isCollapsed === false;
};

interface Places {
  readonly grid: { readonly current: HTMLElement | null };
  readonly box: { readonly current: HTMLInputElement | null };
}

/** Keys work wherever the focus is in the popup, except in a text field; in the search box some do. */
export function useKeys(model: Model, { grid, box }: Places): void {
  useEffect(() => {
    const { live, selection, deliverer, panel } = model;
    const insert = (meme: string | undefined): void => {
      if (meme !== undefined) void deliverer.insert(meme);
    };
    const copy = (meme: string | undefined): void => {
      if (meme !== undefined) void deliverer.copy(meme);
    };
    const focusSelected = (): void => {
      grid.current?.querySelector<HTMLElement>(`[data-meme="${selection.meme.value}"]`)?.focus();
    };
    const move = (by: Move): void => {
      selection.move(by, columnsOf(grid.current));
      focusSelected();
    };
    const clear = (): void => {
      live.search('');
      box.current?.blur();
    };
    const run = (action: Action): void => {
      if (action.do === 'move') move(action.by);
      else if (action.do === 'insert-at') insert(live.shown.value[action.index]?.meme);
      else if (action.do === 'insert') insert(selection.meme.value);
      else if (action.do === 'copy') copy(selection.meme.value);
      else if (action.do === 'search' || action.do === 'search-empty') box.current?.focus();
      else if (action.do === 'to-matches') focusSelected();
      else if (action.do === 'clear') clear();
      else if (action.do === 'freeze') model.toggleFreeze();
      else panel.value = panel.value === 'keys' ? 'none' : 'keys';
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      const action = actionOf(event, focusOn(event.target));
      if (!action || (event.repeat && action.do !== 'move')) return;
      if (panel.value !== 'none' && action.do !== 'help') return;
      // An empty box has nothing to clear: Esc closes.
      if (action.do === 'clear' && live.typed.value === '') return;
      if (action.do === 'copy' && isMarked()) return;
      // The letter goes into the box, which has the focus by then.
      if (action.do !== 'search') event.preventDefault();
      // Cleared here; it must not close the panel as well.
      if (action.do === 'clear') event.stopImmediatePropagation();
      run(action);
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    document.addEventListener('click', letGo);
    return () => {
      document.removeEventListener('keydown', onKeyDown, { capture: true });
      document.removeEventListener('click', letGo);
    };
  }, [model, grid, box]);
}
