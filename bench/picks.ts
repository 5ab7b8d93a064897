/**
 * What learning from picks is worth, on simulated people: `npm run bench:picks`. The same figures in every run.
 * docs/picks.md states the model and what came out.
 */
import prototypeFile from '../models/prototypes.json' with { type: 'json' };
import { MARGIN, type Picked, pullsOf, rerank } from '../src/engine/rerank.ts';
import { MOST_PICKS } from '../src/library/picks.ts';
import { type Places, scoreOf, withInterval } from './picks/score.ts';
import { createPerson, createWorld, type Kind, type World } from './picks/world.ts';
import { createRandom } from './random.ts';

const PEOPLE = 100;
const USES = 80;
/** Uses before those that count. */
const LEARNING = 40;
/** Places beyond this count as one more. */
const DEPTH = 100;
const KINDS: readonly Kind[] = [
  'has favourites',
  'picks at random among what is near',
  'picks at random in the whole library',
];
/** How much other margins would bring the faithful. */
const OTHER_MARGINS = [0.05, 0.15];

interface Life {
  readonly plain: Places;
  readonly learned: Places;
  /** The most by which a meme that was passed was nearer. */
  readonly passed: number;
}

const placeOf = (order: readonly { readonly meme: string }[], wanted: string): number => {
  const index = order.findIndex(({ meme }) => meme === wanted);
  return index < 0 ? DEPTH + 1 : index + 1;
};

/** One person's uses, each with and without what the ones before have taught. */
function live(seed: number, world: World, kind: Kind, margin: number): Life {
  const use = createPerson(createRandom(seed), world, kind);
  const picks: Picked[] = [];
  const plain: number[] = [];
  const learned: number[] = [];
  let passed = 0;
  for (let i = 0; i < USES; i += 1) {
    const { face, wanted } = use();
    const matches = world.matcher.search(face, DEPTH);
    const ranked = rerank(matches, pullsOf(face, picks), margin);
    let farthest = 0;
    for (const { distance } of ranked) {
      passed = Math.max(passed, farthest - distance);
      farthest = Math.max(farthest, distance);
    }
    if (i >= LEARNING) {
      plain.push(placeOf(matches, wanted));
      learned.push(placeOf(ranked, wanted));
    }
    picks.push({ meme: wanted, embedding: face });
    if (picks.length > MOST_PICKS) picks.shift();
  }
  return { plain, learned, passed };
}

const fixed = (value: number): string => value.toFixed(1);
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

function row(name: string, lives: readonly Life[], score: (places: Places) => number): string {
  const mean = (which: 'plain' | 'learned'): number =>
    lives.reduce((sum, life) => sum + score(life[which]), 0) / lives.length;
  const differences = lives.map((life) => score(life.learned) - score(life.plain));
  const [difference, low, high] = withInterval(createRandom(7), differences);
  const interval = `${signed(difference)} (${signed(low)} … ${signed(high)})`;
  return `| ${name} | ${fixed(mean('plain'))} | ${fixed(mean('learned'))} | ${interval} |`;
}

const world = createWorld(createRandom(1), prototypeFile.prototypes);
function report(kind: Kind, margin: number): void {
  const lives = Array.from({ length: PEOPLE }, (_, person) => live(1000 + person, world, kind, margin));
  const passed = Math.max(...lives.map((life) => life.passed));
  console.log(`\nmargin ${margin}, ${kind}; no meme was passed that was nearer by more than ${passed.toFixed(3)}\n`);
  console.log('| the wanted meme | without | with | difference (95 %) |\n|---|---|---|---|');
  console.log(row('first, %', lives, (places) => scoreOf(places).top1));
  console.log(row('among the first three, %', lives, (places) => scoreOf(places).top3));
  console.log(row('mean place', lives, (places) => scoreOf(places).meanPlace));
}
for (const kind of KINDS) report(kind, MARGIN);
for (const margin of OTHER_MARGINS) report('has favourites', margin);
