/** What may not be in the built package: text that is run as code, code from elsewhere, addresses nobody accounts for. */
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { filesIn } from '../package-files.ts';
import { REASONS } from './addresses.ts';
import { NOTICES } from './notices.ts';

/** Found in scripts and pages. */
const FORBIDDEN: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  // `eval` as a word that is called, also behind a comma or through the global object. Not methods that are named so.
  { what: 'eval', pattern: /(?<![\w$.])eval\s*\(|,\s*eval\s*\)|(?:globalThis|window|self)\s*\.\s*eval\b/ },
  { what: 'new Function', pattern: /new\s+Function\b|(?<![\w$.])Function\s*\(\s*["'`]/ },
  { what: 'a timer that runs text', pattern: /set(?:Timeout|Interval)\s*\(\s*["'`]/ },
  {
    what: 'a remote script',
    pattern: /(?:import|importScripts)\s*\(\s*["'`]https?:|<script[^>]+src=["']?(?:https?:)?\/\//,
  },
  { what: 'a remote module', pattern: /\bfrom\s*["']https?:|\bimport\s*["']https?:/ },
  {
    what: 'a remote style or picture',
    pattern: /url\(\s*["']?https?:|@import\s*["']https?:|<link[^>]+href=["']?https?:/,
  },
  { what: 'a script in a page', pattern: /<script(?![^>]*\ssrc=)[^>]*>\s*[^\s<]/ },
  { what: 'a source map', pattern: /sourceMappingURL=/ },
];

/** Faults of one script, style or page. */
export const codeFaults = (text: string): string[] =>
  FORBIDDEN.filter(({ pattern }) => pattern.test(text)).map(({ what }) => `holds ${what}`);

/** Schemes that reach another machine, up to what cannot be part of an address; it begins with a name, * or [. */
const ADDRESS = /\b(?:https?|wss?|ftp):\/\/[\w*[][^\s"'`<>\\)}\0]*/gi;

/** Every remote address in a file, binary ones too. @param text one character per byte, or decoded text */
export const addressesIn = (text: string): string[] => Array.from(text.matchAll(ADDRESS), ([address]) => address);

const ENTRIES: readonly string[] = Object.values(REASONS).flat();

/** An entry that ends in an ellipsis is a beginning; any other is the whole, but for a full stop or comma of a sentence. */
const begins = (address: string, entry: string): boolean =>
  entry.endsWith('…') ? address.startsWith(entry.slice(0, -1)) : address.replace(/[.,;:]+$/, '') === entry;

/** Does the allow-list (addresses.ts) account for an address? */
export const isAccountedFor = (address: string): boolean => ENTRIES.some((entry) => begins(address, entry));

/** Entries of the allow-list that stand for nothing any more. @param found all addresses of the package */
export const idleEntries = (found: readonly string[]): string[] =>
  ENTRIES.filter((entry) => !found.some((address) => begins(address, entry)));

/** All that is wrong with what a built package holds. */
export function contentFaults(dist: string): string[] {
  const faults: string[] = [];
  const found: string[] = [];
  for (const path of filesIn(dist)) {
    const name = relative(dist, path).replaceAll(sep, '/');
    // A text that nothing loads; it names where other people's work comes from.
    if (name === NOTICES) continue;
    const bytes = readFileSync(path);
    if (/\.(m?js|html|css|svg|json)$/.test(name)) {
      faults.push(...codeFaults(bytes.toString('utf8')).map((fault) => `${name} ${fault}`));
    }
    const addresses = addressesIn(bytes.toString('latin1'));
    found.push(...addresses);
    const strange = new Set(addresses.filter((address) => !isAccountedFor(address)));
    faults.push(...Array.from(strange, (address) => `${name} names ${address}, which nobody accounts for`));
  }
  const where = 'tools/supply/addresses.ts';
  return [...faults, ...idleEntries(found).map((entry) => `${where} accounts for ${entry}, which is not there`)];
}
