/** Joins what the parts have written, and says what is missing. */
import * as v from 'valibot';
import type { Part } from './parts.ts';

export interface Outcome {
  readonly part: Part;
  /** The contents of its JSON file; undefined when it wrote none. */
  readonly written: unknown;
  /** Its exit status; null when a signal ended it, 'absent' when there is no such script. */
  readonly status: number | 'absent' | null;
}

/** What is wrong with a part's outcome; empty when nothing is. */
function problemsOf({ part, written, status }: Outcome): string[] {
  if (status === 'absent') return [`${part.name}: there is no ${part.script}; it was not measured`];
  const problems = status === 0 ? [] : [`${part.name}: ${part.script} ended with ${status ?? 'a signal'}`];
  if (written === undefined) return [...problems, `${part.name}: ${part.script} wrote no figures`];
  const { issues = [] } = v.safeParse(part.schema, written);
  return [...problems, ...issues.map((issue) => `${part.name}: ${v.getDotPath(issue)}: ${issue.message}`)];
}

/** Every part's figures side by side. What a part wrote is kept also when something of it is missing. */
export function merge(outcomes: readonly Outcome[]): { figures: Record<string, unknown>; problems: string[] } {
  const written = outcomes.map(({ written }) => written).filter((one) => typeof one === 'object' && one !== null);
  return { figures: Object.assign({}, ...written), problems: outcomes.flatMap(problemsOf) };
}

/** The parts of these names, in the order in which they run; all when none is named. @throws on an unknown name */
export function chosen(parts: readonly Part[], names: string | undefined): readonly Part[] {
  if (names === undefined) return parts;
  const wanted = names.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !parts.some((part) => part.name === name));
  if (unknown !== undefined) {
    throw new Error(`There is no part "${unknown}". The parts are ${parts.map(({ name }) => name).join(', ')}.`);
  }
  return parts.filter(({ name }) => wanted.includes(name));
}
