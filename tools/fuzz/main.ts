/** `npm run fuzz -- --cases N --seed S`: see USAGE and docs/hostile-images.md. */
import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { type Arguments, parseArguments, USAGE, UsageError } from './arguments.ts';
import { faultsOf, runCampaign } from './campaign.ts';
import { caseOf } from './case.ts';
import { reportOf } from './report.ts';
import { makeSeeds } from './seeds.ts';

async function writeOut(seed: number, only: number, out: string): Promise<void> {
  const { recipe, what, bytes } = caseOf(await makeSeeds(), seed, only);
  writeFileSync(out, bytes);
  console.log(`Case ${only} (${recipe}: ${what}), ${bytes.length} bytes, is in ${out}.`);
}

async function fuzz({ cases, seed, only, out }: Arguments): Promise<void> {
  if (only !== undefined && out !== undefined) await writeOut(seed, only, out);
  const numbers = only === undefined ? Array.from({ length: cases }, (_, number) => number) : [only];
  console.log(`Corpus ${seed}, ${numbers.length} cases`);
  const onProgress = (done: number): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${numbers.length} `);
  };
  const result = await runCampaign({ seed, numbers, onProgress });
  console.log(reportOf(result));
  if (only !== undefined) {
    for (const { case: made, end, reason, faces } of result.cases.filter((one) => one.case.number === only)) {
      console.log(`Case ${only} (${made.recipe}: ${made.what}): ${end}, ${reason ?? `${faces} faces`}`);
    }
  }
  process.exitCode = faultsOf(result).length > 0 ? 1 : 0;
}

try {
  const args = parseArguments(process.argv.slice(2), randomInt(1_000_000));
  if (args.help) console.log(USAGE);
  else await fuzz(args);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
