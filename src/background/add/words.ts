/** What a person is told. */
import { toFailure } from '../../messages/errors.ts';
import type { AddReport, Toast } from '../../messages/index.ts';
import { PictureError } from './errors.ts';

const faces = (count: number): string => {
  if (count === 0) return 'no face';
  return count === 1 ? '1 face' : `${count} faces`;
};

export const WORKING: Toast = { kind: 'working', text: 'Adding to Gurn…' };
export const INTERRUPTED: Toast = { kind: 'error', text: 'The browser interrupted Gurn. Add the picture again.' };

/** `count`: how many faces the meme has; one without any can be taught one. */
export const addedToast = (count: number, meme: string): Toast => ({
  kind: 'done',
  text: `Added, ${faces(count)}`,
  ...(count === 0 ? { teach: meme } : {}),
});

export function toastFor(report: AddReport): Toast {
  if (report.outcome === 'added') return addedToast(report.faces, report.meme);
  if (report.outcome === 'duplicate') return { kind: 'done', text: 'Already in your library' };
  return { kind: 'question', text: 'No face found', inbox: report.inbox };
}

/** Failures with a code speak for themselves; of any other the person could make nothing. */
export function errorToast(error: unknown): Toast {
  if (error instanceof PictureError) return { kind: 'error', text: error.message };
  const { code, message } = toFailure(error);
  return { kind: 'error', text: code === 'unexpected' ? 'Gurn could not add this picture. Try again.' : message };
}
