/** The figures as a person reads them: Markdown. */
import { METRICS, type Report, type Row } from './figures.ts';
import { megabytes, part, perCent, table, withInterval } from './format.ts';
import { goals } from './goals.ts';
import { HOW } from './how.ts';

const everybody = (rows: readonly Row[]): string =>
  table(
    ['', ...METRICS.map(({ title }) => title), 'components', 'faces found: FER+, effect'],
    rows.map(({ measured }) => [
      measured.title,
      ...METRICS.map(({ key }) => withInterval(measured[key])),
      String(measured.components),
      `${perCent(measured.found.fer)}, ${perCent(measured.found.effect)}`,
    ]),
  );

/** One row a change, one column a contender: of a peer's settings the one that drifts least on the whole. */
function drifts(all: readonly Row[]): string {
  const rows = all.filter(({ measured }) => Object.keys(measured.drift).length > 0);
  const mean = ({ measured }: Row): number => {
    const values = Object.values(measured.drift).map(({ drift }) => drift.value);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const contenders = [...new Set(rows.map(({ contender }) => contender))];
  const steadiest = contenders.flatMap((name) =>
    rows
      .filter(({ contender }) => contender === name)
      .toSorted((a, b) => mean(a) - mean(b))
      .slice(0, 1),
  );
  const changes = Object.keys(steadiest[0]?.measured.drift ?? {});
  return table(
    ['', ...steadiest.map(({ measured }) => measured.title)],
    [
      ...changes.map((change) => [
        change,
        ...steadiest.map(({ measured }) => {
          const { drift, found } = measured.drift[change] ?? {};
          if (!drift || found === undefined) return '–';
          const interval = `${drift.value.toFixed(2)} (${drift.low.toFixed(2)}–${drift.high.toFixed(2)})`;
          return found === 1 ? interval : `${interval}, ${(100 * found).toFixed(0)} % found`;
        }),
      ]),
      ['mean of all', ...steadiest.map((row) => mean(row).toFixed(2))],
    ],
  );
}

export const reportOf = (report: Report): string => `## Against the goals

${goals(report)}

The goal for class triplets on film stills is judged on a set that is not here: not measured. 95 % intervals by bootstrap:
over faces for triplets and retrieval, over people for the laboratory and the clips. Figures in per cent.

## Everybody, in every setting

${everybody(report.rows)}

## Robustness

Median distance between a face and itself altered, in parts of the median distance between two different faces: 0 is
unmoved, 1 as far as anybody else. A face that is not found any more counts as 1. Of each peer its steadiest setting.

${drifts(report.rows)}

## Coverage

Faces found in 344 memes, which were told apart by eye (\`bench/quality/sets/coverage.ts\`); goal 98.5 % of those with a
human face that can be seen. And in 200 pictures of nothing but words (\`sets/words.ts\`).

${table(
  ['', 'human face', 'drawn face', 'no face, but one seen', 'words, but a face seen'],
  report.coverage.map(({ name, human, drawn, none, words }) => [name, ...[human, drawn, none, words].map(part)]),
)}

## Cost

${table(
  ['', 'networks that describe the face', 'networks that find it', 'a picture, all in all, WASM, median'],
  report.costs.map(({ name, bytes, ms }) => [
    name,
    megabytes(bytes.description),
    bytes.detection === 0 ? 'the same file' : megabytes(bytes.detection),
    ms === null ? '–' : `${ms.toFixed(0)} ms`,
  ]),
)}

Gurn's network alone, one aligned face a call:

${table(
  ['backend', 'median', 'best', 'calls', ''],
  report.speeds.map(({ backend, median, best, calls, remark }) => [
    backend,
    `${median.toFixed(1)} ms`,
    `${best.toFixed(1)} ms`,
    String(calls),
    remark,
  ]),
)}

${HOW}`;
