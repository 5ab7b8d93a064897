/** The figures of the release before, kept beside the report: a network that is gone still has its row. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tools/paths.ts';
import type { Row } from './figures.ts';
import type { Measured } from './measure.ts';

const FILE = join(root, 'docs/quality.json');

interface Past {
  readonly date: string;
  readonly command: string;
  readonly version: string;
  readonly measured: Measured;
}

interface Kept {
  readonly now?: Past;
  readonly before?: Past;
}

const read = (): Kept => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {});

/** The last release measured that is not `version`. */
function before(version: string, { now, before }: Kept): Past | undefined {
  return now && now.version !== version ? now : before;
}

export function readPast(version: string): Row[] {
  const past = before(version, read());
  if (!past) return [];
  const title = `Gurn before, ${past.version} (measured ${past.date})`;
  return [{ measured: { ...past.measured, title }, contender: past.version, kind: 'before' }];
}

export function writePast(version: string, command: string, measured: Measured): void {
  const now: Past = { date: new Date().toISOString().slice(0, 10), command, version, measured };
  const past = before(version, read());
  writeFileSync(FILE, `${JSON.stringify({ now, ...(past ? { before: past } : {}) }, null, 2)}\n`);
}
