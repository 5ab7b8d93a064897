/** In Firefox the icon is in sight from the start, and the shortcut opens the popup. */

export const iconWords = 'If it is not in sight, it is behind the puzzle piece.';

export const shortcutWords = ['', ' opens Gurn over any page. '] as const;

export const noShortcutWords = 'No keys are set to open Gurn. ';
