/** What the words in the search box mean. */
import type { Meme } from '../../../library/index.ts';

/** What a meme is found by; computed once, since a library has thousands and a person types letter by letter. */
const texts = new WeakMap<Meme, string>();

function textOf(meme: Meme): string {
  const known = texts.get(meme);
  if (known !== undefined) return known;
  const text = [meme.name, ...meme.tags, meme.source, meme.title].join('\n').toLocaleLowerCase();
  texts.set(meme, text);
  return text;
}

/** Whether a meme holds every one of the words, in its name, tags, source or title. */
export function matchesWords(words: string): (meme: Meme) => boolean {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return (meme) => {
    const text = textOf(meme);
    return wanted.every((word) => text.includes(word));
  };
}
