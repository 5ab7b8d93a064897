/** What a person is told that differs from browser to browser. */

/** Where the toolbar icon is after the installation. */
export const iconWords = 'It hides behind the puzzle piece: pin it there and it stays in sight.';

/** What the keys of the shortcut do; the keys stand between the two. */
export const shortcutWords = [
  'On sites that are switched on, ',
  ' opens the matches right above your message. ',
] as const;

export const noShortcutWords = 'No keys are set to open the matches above your message. ';
