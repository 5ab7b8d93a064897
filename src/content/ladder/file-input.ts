/** Which file input of a page belongs to a composer. */
import { isVisible, parentOf } from '../roots.ts';
import { accepts } from './name.ts';
import type { Attempt } from './offer.ts';

/** How far above the composer of a known messenger its file input may stand. */
const MAX_LEVELS = 8;
/** The same for a box that nobody knows: farther off an input may be for a face in a profile, or anything else. */
const UNKNOWN_LEVELS = 3;

const inputsIn = (around: ParentNode, selector = 'input[type="file"]'): HTMLInputElement[] => [
  ...around.querySelectorAll<HTMLInputElement>(selector),
];

/** What may hold the composer's own input, the nearest first. */
function* surroundingsOf({ composer, adapter }: Pick<Attempt, 'composer' | 'adapter'>): Generator<Element> {
  const levels = adapter.unknown ? UNKNOWN_LEVELS : MAX_LEVELS;
  let around = parentOf(composer);
  for (let level = 0; around && level < levels; level += 1, around = parentOf(around)) {
    if (adapter.unknown && around.matches('body, html')) break;
    yield around;
  }
  const form = adapter.unknown ? composer.closest('form') : null;
  if (form) yield form;
}

/** The enabled inputs that take this type: first around the composer, then ever farther up. */
function fittingInputs(attempt: Omit<Attempt, 'file'> & { readonly file: { readonly type: string } }) {
  const { adapter, file } = attempt;
  const found = adapter.fileInput
    ? inputsIn(document, adapter.fileInput)
    : [...surroundingsOf(attempt)].flatMap((around) => inputsIn(around));
  return found.filter((input) => !input.disabled && accepts(input.accept, file.type));
}

/** The input to hand the file to. In a box that nobody knows, none that holds a file: the user has chosen that. */
export const fileInputFor = (attempt: Parameters<typeof fittingInputs>[0]): HTMLInputElement | undefined =>
  fittingInputs(attempt).find(({ files }) => !attempt.adapter.unknown || !files?.length);

/** Whether a visible input holds the file: it shows its name without any doing of the page. */
export const showsInInput = (attempt: Attempt): boolean =>
  fittingInputs(attempt).some((input) => isVisible(input) && input.files?.[0]?.name === attempt.file.name);
