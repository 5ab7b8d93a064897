/** Collects what a page shows, and weighs it: is the file in the message? */
import { judgeOf, type Likeness } from './likeness.ts';
import { isNear } from './near.ts';
import {
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
}

/** What a new picture that the page made itself is worth, by whether it is ours and where it stands. */
export function weigh(likeness: Likeness, near: boolean): Weight | undefined {
  if (likeness === 'same') return 'proof';
  if (likeness === 'unknown') return near ? 'proof' : 'hint';
  return near ? 'hint' : undefined;
}

export class Evidence {
  /** All that was seen so far, the first of each sort. */
  readonly seen: SeenSign[] = [];
  /** Resolves with the first proof. */
  readonly proof: Promise<Sign>;
  #prove: (sign: Sign) => void = () => undefined;
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
    this.note('name', nameIn(element, token));
    if (shows !== undefined && shownIn(element, shows)) this.note('preview', 'proof');
    for (const bar of barsIn(element)) this.note('progress', isNear(bar, composer) ? 'proof' : 'hint');
    this.#compare(picturesIn(element));
  }

  /** An attribute of the element, or the text in it, has this value now. */
  changed(element: Element, value: string): void {
    this.note('name', nameOn(element, value, this.sought.token));
    this.#compare(picturesOn(element));
  }

  #compare(pictures: readonly Picture[]): void {
    for (const { element, url } of pictures) {
      if (this.#known.has(url) || this.#compared >= MOST) continue;
      this.#known.add(url);
      this.#compared += 1;
      const near = isNear(element, this.sought.composer);
      void this.#judge(element, url).then((likeness) => this.note('preview', weigh(likeness, near)));
    }
  }
}
