/** Named expressions by their names and other words for them: "lol" is a laugh. */
import MiniSearch from 'minisearch';
import { lookUp } from './terms.ts';
import { tokensOf } from './tokens.ts';

export interface Named {
  readonly name: string;
  readonly words: readonly string[];
}

/** Words for expressions are common ones ("up", "no"): shorter beginnings than this would find a dozen faces each. */
const SHORTEST = 3;

/** Returns the function from a typed word to the indexes of the expressions that it may mean. */
export function createNameIndex(expressions: readonly Named[]): (token: string) => readonly number[] {
  const index = new MiniSearch<Named & { id: number }>({
    fields: ['name', 'words'],
    extractField: (expression, field) => {
      if (field === 'id') return String(expression.id);
      return field === 'words' ? expression.words.join(' ') : expression.name;
    },
    tokenize: tokensOf,
    processTerm: (term) => term,
  });
  index.addAll(expressions.map((expression, id) => ({ ...expression, id })));
  return (token) => (token.length < SHORTEST ? [] : [...lookUp(index, token).keys()].map(Number));
}
