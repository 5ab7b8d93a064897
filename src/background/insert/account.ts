/** How an insertion went, as lines for a bug report: no text of the page, no meme's name, no address but the host. */
import type { InsertReport, InsertResult } from '../../messages/index.ts';
import type { Found } from './choose-frame.ts';

export interface Account {
  readonly version: string;
  readonly browser: string;
  readonly host: string | undefined;
  readonly file: { readonly type: string; readonly size: number };
  /** Every frame that could be entered, with its composer if it has one. */
  readonly frames: readonly { readonly frame: number; readonly found: Found | undefined }[];
  readonly chosen: number | undefined;
  /** The browser had ended the worker in the middle, and the same insertion was asked for again. */
  readonly resumed: boolean;
  readonly result: Pick<InsertResult, 'attempts' | 'took'> | undefined;
  readonly report: InsertReport;
}

const WHY: Readonly<Record<Found['why'], string>> = {
  cursor: 'has the cursor',
  'last-used': 'had the cursor last',
  'only-one': 'the only one of its kind in the page',
};

const frameLine =
  (now: number, chosen: number | undefined) =>
  ({ frame, found }: Account['frames'][number]): string => {
    if (!found) return `  frame ${frame}: none`;
    const { composer, editor, selector, host, why, usedAt, active } = found;
    const used = usedAt === 0 ? '' : `, used ${Math.round((now - usedAt) / 1000)} s ago`;
    const cursor = active ? ', the page points at it' : '';
    const mark = frame === chosen ? '  <- chosen' : '';
    return `  frame ${frame} (${host}): ${composer} (${editor}), ${WHY[why]}${used}${cursor}; by ${selector}${mark}`;
  };

const attemptLine = ({ rung, response, at, signs }: InsertResult['attempts'][number]): string => {
  const seen = signs.map(({ sign, weight, at: when }) => `${sign} (${weight}) at ${when} ms`);
  return `  ${rung}: ${response}, at ${at} ms; ${seen.length > 0 ? `seen: ${seen.join(', ')}` : 'nothing seen'}`;
};

function outcomeOf(report: InsertReport): string {
  switch (report.outcome) {
    case 'inserted':
      return `inserted by ${report.rung}, seen by ${report.signal}${report.sent ? ', and sent' : ''}`;
    case 'probably':
      return ['probably inserted', report.rung && `by ${report.rung}`, report.reason].filter(Boolean).join('; ');
    case 'would-send':
      return 'asked first, since this chat sends at once';
    case 'refused':
      return `refused: ${report.reason}`;
    case 'no-composer':
      return `no message box: ${report.reason}`;
  }
}

/** @param now Epoch milliseconds. */
export function describe({ result, ...account }: Account, now: number): string {
  const { version, host, file, frames, chosen, resumed, report } = account;
  return [
    `Gurn ${version}, ${account.browser}`,
    `Site: ${host ?? 'not known'}`,
    `File: ${file.type}, ${file.size} bytes`,
    resumed ? 'The browser ended the worker meanwhile; this was asked again.' : 'Boxes to write in:',
    ...frames.map(frameLine(now, chosen)),
    ...(result && result.attempts.length > 0 ? ['Tried:', ...result.attempts.map(attemptLine)] : ['Tried: nothing']),
    `Outcome: ${outcomeOf(report)}${result ? `, after ${result.took} ms` : ''}`,
  ].join('\n');
}
