import { createMatcher, type Matcher } from '../../../src/engine/matcher.ts';
import { KernelTable } from '../../../src/engine/search/kernelTable.ts';
import { PlainTable } from '../../../src/engine/search/plainTable.ts';
import { type Contender, K } from '../contender.ts';

/** Each vector a meme of its own, as the offscreen document asks. */
function contender(matcher: Matcher): Contender {
  return {
    settings: ['none'],
    add(vectors, first) {
      for (const [i, vector] of vectors.entries()) matcher.set({ key: first + i, meme: `m${first + i}`, vector });
    },
    search: (query) => matcher.search(query, K).map(({ key }) => Number(key)),
    remove: (number) => void matcher.delete(number),
  };
}

export const openGurn = (): Contender => contender(createMatcher(new KernelTable()));

/** Exact search in plain JavaScript: one array of all numbers, the sum in four parts, a limit that falls. */
export const openPlain = (): Contender => contender(createMatcher(new PlainTable()));
