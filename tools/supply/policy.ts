/** What the built manifest must forbid of itself. */
import * as v from 'valibot';

const Manifest = v.object({
  content_security_policy: v.object({ extension_pages: v.string() }),
  externally_connectable: v.optional(v.never()),
});

/** Faults of a manifest: who else may speak to Gurn, and from where scripts may come. */
export function policyFaults(manifest: unknown): string[] {
  const parsed = v.safeParse(Manifest, manifest);
  if (!parsed.success) return ['manifest.json has no policy for its pages, or lets others speak to Gurn'];
  const policy = parsed.output.content_security_policy.extension_pages;
  const scripts = policy.split(';').find((rule) => rule.trim().startsWith('script-src '));
  const wanted = "script-src 'self' 'wasm-unsafe-eval'";
  return scripts?.trim() === wanted ? [] : [`manifest.json lets scripts come from more than ${wanted}`];
}
