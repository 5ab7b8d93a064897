/** What the registry knows of weaknesses in the packages that ship. */
import { spawnSync } from 'node:child_process';
import * as v from 'valibot';

const Answer = v.object({
  vulnerabilities: v.record(v.string(), v.object({ severity: v.string(), range: v.string() })),
});

export type Audit =
  | { readonly asked: true; readonly findings: readonly string[] }
  /** The registry gave no answer: nothing is known either way. */
  | { readonly asked: false; readonly why: string };

/** @param output of `npm audit --json` */
export function auditOf(output: string): Audit {
  let json: unknown;
  try {
    json = JSON.parse(output);
  } catch (error) {
    return {
      asked: false,
      why: `npm audit printed no JSON (${error instanceof Error ? error.message : String(error)})`,
    };
  }
  const answer = v.safeParse(Answer, json);
  if (answer.success) {
    const findings = Object.entries(answer.output.vulnerabilities);
    return { asked: true, findings: findings.map(([name, { severity, range }]) => `${name} ${range}: ${severity}`) };
  }
  const refusal = v.safeParse(v.object({ message: v.string() }), json);
  const why = refusal.success ? refusal.output.message : 'the answer is of no known kind';
  // Without the registry's address: it is the machine's business.
  return { asked: false, why: why.replace(/\s*-\s*\w+ https?:\S+/, '') };
}

/** Asks about everything but development dependencies, which do not ship. */
export function askRegistry(): Audit {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 60_000 });
  return auditOf(stdout ?? '');
}
