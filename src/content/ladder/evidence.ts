/** Collects what a page shows, and weighs it: is the file in the message? */
import { judgeOf, type Likeness } from './likeness.ts';
import { isNear } from './near.ts';
import {
  above,
  around,
  barsIn,
  nameIn,
  nameOn,
  type Picture,
  picturesIn,
  picturesOn,
  type Sign,
  shownIn,
  type Weight,
} from './signs.ts';

/** Signs that are remembered for the report, and pictures that are compared: a page may never stop showing some. */
const MOST = 20;

/** Of what a site says, in characters. */
const MOST_WORDS = 200;

export interface SeenSign {
  readonly sign: Sign;
  readonly weight: Weight;
  /** When it was seen, as `performance.now()` says it. */
  readonly at: number;
}

/** What is looked for, and for which composer. */
export interface Sought {
  readonly composer: HTMLElement;
  readonly file: File;
  /** Random text in the file's name. */
  readonly token: string;
  /** Selector of what the site's table names. */
  readonly shows: string | undefined;
  /** Selector of what alone proves it, as it names the file. */
  readonly proof: string | undefined;
  /** Selector of where the site says that it does not take a file. */
  readonly refusal: string | undefined;
}

/** What a new picture that the page made itself is worth, by whether it is ours and where it stands. */
export function weigh(likeness: Likeness, near: boolean): Weight | undefined {
  if (likeness === 'same') return 'proof';
  if (likeness === 'perhaps') return 'hint';
  if (likeness === 'unknown') return near ? 'proof' : 'hint';
  return near ? 'hint' : undefined;
}

export class Evidence {
  /** All that was seen so far, the first of each sort. */
  readonly seen: SeenSign[] = [];
  /** Resolves with the first proof. */
  readonly proof: Promise<Sign>;
  #prove: (sign: Sign) => void = () => undefined;
  /** Resolves with the site's words when it says that it does not take the file. */
  readonly refusal: Promise<string>;
  #refuse: (words: string) => void = () => undefined;
  readonly #judge: ReturnType<typeof judgeOf>;
  /** Pictures that were there before, or have been looked at. */
  readonly #known: Set<string>;
  #compared = 0;

  constructor(
    readonly sought: Sought,
    roots: readonly ParentNode[],
  ) {
    this.#judge = judgeOf(sought.file);
    this.#known = new Set(roots.flatMap((root) => picturesIn(root).map(({ url }) => url)));
    this.proof = new Promise((resolve) => {
      this.#prove = resolve;
    });
    this.refusal = new Promise((resolve) => {
      this.#refuse = resolve;
    });
  }

  note(sign: Sign, weight: Weight | undefined): void {
    if (weight === undefined) return;
    if (weight === 'proof') this.#prove(sign);
    const known = this.seen.some((one) => one.sign === sign && one.weight === weight);
    if (!known && this.seen.length < MOST) this.seen.push({ sign, weight, at: performance.now() });
  }

  /** An element has appeared. */
  added(element: Element): void {
    const { composer, token, shows } = this.sought;
    this.#noteTold((selector) => around(element, selector));
    this.#suspect('name', nameIn(element, token));
    if (shows !== undefined && shownIn(element, shows)) this.#suspect('preview', 'proof');
    for (const bar of barsIn(element)) this.#suspect('progress', isNear(bar, composer) ? 'proof' : 'hint');
    this.#compare(picturesIn(element));
  }

  /** An attribute of the element, or the text in it, has this value now. */
  changed(element: Element, value: string): void {
    // What is below it has not changed, and may be an old refusal.
    this.#noteTold((selector) => above(element, selector));
    this.#suspect('name', nameOn(element, value, this.sought.token));
    this.#compare(picturesOn(element));
  }

  /** Notes what proves an insertion on other sites. Where the table names the proof, that is a hint at most. */
  #suspect(sign: Sign, weight: Weight | undefined): void {
    this.note(sign, this.sought.proof !== undefined && weight === 'proof' ? 'hint' : weight);
  }

  /** Looks for what the site's table tells to look for. */
  #noteTold(find: (selector: string) => Element[]): void {
    const { token, proof, refusal } = this.sought;
    if (proof !== undefined && find(proof).some(({ outerHTML }) => outerHTML.includes(token))) {
      this.note('name', 'proof');
    }
    const [complaint] = refusal === undefined ? [] : find(refusal);
    const words = complaint?.textContent?.trim().replace(/\s+/g, ' ');
    if (words) this.#refuse(words.slice(0, MOST_WORDS));
  }

  #compare(pictures: readonly Picture[]): void {
    for (const { element, url } of pictures) {
      if (this.#known.has(url) || this.#compared >= MOST) continue;
      this.#known.add(url);
      this.#compared += 1;
      const near = isNear(element, this.sought.composer);
      void this.#judge(element, url).then((likeness) => this.#suspect('preview', weigh(likeness, near)));
    }
  }
}
