import type { Case } from './case.ts';
import type { Outcome } from './page/protocol.ts';

/** How a case ended, in one word. */
export type End = 'added' | 'refused' | 'duplicate';

export interface Verdict {
  readonly end: End | undefined;
  /** What is wrong with it; undefined when nothing is. */
  readonly fault?: string;
}

const ENDS: Readonly<Partial<Record<Outcome['state'], End>>> = {
  added: 'added',
  near: 'added',
  duplicate: 'duplicate',
  failed: 'refused',
};

/** Words of programs, which no person can act on. */
const JARGON = /undefined|null\b|NaN|\[object|Error\b|exception|Failed to execute|DOM|ImageDecoder|createImageBitmap/i;
/** What Gurn says of a picture that took it down each time. */
const KILLER = /was stopped each time/;

/** A sentence that begins and ends as one, and tells what to do or that nothing can be done. */
export function isForPeople(message: string): boolean {
  return /^[A-Z].{19,}\.$/s.test(message) && !JARGON.test(message);
}

export function judge({ expected }: Pick<Case, 'expected'>, { state, reason, tries }: Outcome): Verdict {
  const end = ENDS[state];
  const fault = (what: string): Verdict => ({ end, fault: what });
  if (!end) return fault(`ended as "${state}"`);
  if (tries !== 1) return fault(`was begun ${tries} times: Gurn died meanwhile`);
  if (end === 'refused' && KILLER.test(reason ?? '')) return fault('took Gurn down each time');
  if (end === 'refused' && !isForPeople(reason ?? '')) return fault(`was refused with "${reason}"`);
  if (expected === 'added' && end === 'refused') return fault(`is sound and was refused: "${reason}"`);
  if (expected === 'refused' && end !== 'refused') return fault(`was to be refused and ended as "${state}"`);
  return { end };
}
