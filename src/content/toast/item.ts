/** One toast's elements. */
import type { Toast } from '../../messages/index.ts';

export interface Item {
  readonly element: HTMLElement;
  /** Shows other words; `actions` stand behind them. */
  fill(toast: Pick<Toast, 'kind' | 'text'>, actions: readonly HTMLButtonElement[]): void;
}

/** `hold`: a pointer or the keyboard is on it. `release`: no more. */
export function createItem(hold: () => void, release: () => void): Item {
  const element = document.createElement('div');
  const sign = document.createElement('span');
  sign.className = 'sign';
  const words = document.createElement('p');
  element.append(sign, words);

  // A mouse's click leaves the focus on a button too, but does not stay to read: hence `:focus-visible`.
  const attended = (): boolean => element.matches(':hover') || element.querySelector(':focus-visible') !== null;
  const follow = (): void => (attended() ? hold() : release());
  for (const type of ['pointerenter', 'pointerleave', 'focusin', 'focusout']) element.addEventListener(type, follow);

  return {
    element,
    fill({ kind, text }, actions) {
      element.className = `toast ${kind}`;
      words.setAttribute('role', kind === 'error' ? 'alert' : 'status');
      words.textContent = text;
      // Whoever came by keyboard keeps a place to be when the button they pressed goes.
      const keyboard = element.querySelector(':focus-visible') !== null;
      element.replaceChildren(sign, words, ...actions);
      if (keyboard) actions[actions.length - 1]?.focus();
      follow();
    },
  };
}

export function createButton(name: string, label: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = name;
  button.textContent = label;
  // A click that a page's script makes up is not the person's.
  button.addEventListener('click', (event) => {
    if (event.isTrusted) act();
  });
  return button;
}
