/** The rules by which one typed word finds indexed ones, over MiniSearch. */
import type MiniSearch from 'minisearch';

/** Shorter words are taken as they are: every third word begins with some letter. */
const PREFIX_FROM = 2;

/** Letters that may be wrong, missing or too many, by the length of the word; two that changed places count as two. */
const slips = ({ length }: string): number => (length < 4 ? 0 : length < 5 ? 1 : 2);

const unchanged = (term: string): string => term;
/** The words are cut already, and the same way as the index cuts. */
const whole = (term: string): string[] => [term];

/**
 * What a word finds, by id, with a score that compares only within this answer. Words that begin with it count; only
 * when there are none, those that are nearly it: else "frog" would bring everything that is "from" somewhere.
 */
export function lookUp<T>(index: MiniSearch<T>, token: string): Map<string | number, number> {
  const exact = { prefix: token.length >= PREFIX_FROM, tokenize: whole, processTerm: unchanged };
  const found = index.search(token, exact);
  const results = found.length > 0 ? found : index.search(token, { ...exact, fuzzy: slips(token) });
  return new Map(results.map(({ id, score }) => [id, score]));
}
