import { describe, expect, test } from 'vitest';
import { actionOf, type Focus, keyHelp, moved } from '../../../src/popup/keys.ts';

const press = (key: string, focus: Focus = 'elsewhere', modifiers = {}) =>
  actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...modifiers }, focus);

test('digits insert the match with that number', () => {
  expect(press('1')).toEqual({ do: 'insert-at', index: 0 });
  expect(press('9')).toEqual({ do: 'insert-at', index: 8 });
  expect(press('0')).toBeUndefined();
});

test('in a text field every key is text', () => {
  for (const key of ['1', ' ', 'Enter', 'c', '?', 'ArrowLeft']) expect(press(key, 'text')).toBeUndefined();
});

test('a focused button keeps Space and Enter, and gives up the rest', () => {
  expect(press(' ', 'control')).toBeUndefined();
  expect(press('Enter', 'control')).toBeUndefined();
  expect(press('2', 'control')).toEqual({ do: 'insert-at', index: 1 });
  expect(press('c', 'control', { ctrlKey: true })).toEqual({ do: 'copy' });
});

test('a selection box keeps the arrows and letters', () => {
  expect(press('ArrowDown', 'choice')).toBeUndefined();
  expect(press('c', 'choice')).toBeUndefined();
});

test('Ctrl+C copies, ⌘C too; the browser keeps its other shortcuts', () => {
  expect(press('c', 'elsewhere', { ctrlKey: true })).toEqual({ do: 'copy' });
  expect(press('C', 'search', { metaKey: true })).toEqual({ do: 'copy' });
  expect(press('1', 'elsewhere', { altKey: true })).toBeUndefined();
  expect(press('f', 'elsewhere', { ctrlKey: true })).toBeUndefined();
  expect(press('Enter', 'search', { metaKey: true })).toBeUndefined();
});

test('letters of any script, also C, begin a search; so does /, which is not written', () => {
  for (const key of ['a', 'c', 'Z', 'é', 'ж', '笑']) {
    expect(press(key)).toEqual({ do: 'search' });
    expect(press(key, 'control')).toEqual({ do: 'search' });
  }
  expect(press('/')).toEqual({ do: 'search-empty' });
  for (const key of ['Shift', 'F5', 'Tab', 'Escape', 'Dead']) expect(press(key)).toBeUndefined();
});

test('in the search box text is text, and Enter, ↓ and Esc lead out', () => {
  for (const key of ['1', ' ', 'c', '?', '/', 'ArrowLeft', 'Home']) expect(press(key, 'search')).toBeUndefined();
  expect(press('Enter', 'search')).toEqual({ do: 'insert' });
  expect(press('ArrowDown', 'search')).toEqual({ do: 'to-matches' });
  expect(press('Escape', 'search')).toEqual({ do: 'clear' });
});

describe('moving among 7 matches in rows of 3', () => {
  test.each([
    [0, 1, 1],
    [0, -1, 0],
    [6, 1, 6],
    [1, 'row-down', 4],
    [4, 'row-up', 1],
    [1, 'row-up', 1],
    [5, 'row-down', 5],
    [3, 'row-down', 6],
    [4, 'first', 0],
    [4, 'last', 6],
  ] as const)('from %d by %s leads to %d', (from, by, to) => {
    expect(moved(from, by, 7, 3)).toBe(to);
  });
});

describe('the help', () => {
  const keysOf = (matches: number, ownTab = false) => keyHelp(matches, ownTab, 'Ctrl+C').map(([keys]) => keys);

  test('names the digits of the matches that are shown', () => {
    expect(keysOf(3)).toContain('1 – 3');
    expect(keysOf(24)).toContain('1 – 9');
    expect(keysOf(1)).toContain('1');
    expect(keysOf(0).some((keys) => keys.startsWith('1'))).toBe(false);
  });

  test('names Esc only for a popup that Esc closes', () => {
    expect(keysOf(3)).toContain('Esc');
    expect(keysOf(3, true)).not.toContain('Esc');
  });
});
