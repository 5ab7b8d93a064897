/**
 * Expression against identity: another person's same expression must be nearer than the same person's other one. Chance
 * is one in two.
 */
import { createRandom } from '../../random.ts';
import { type Figure, meanOver } from './bootstrap.ts';
import { between, type Vector } from './distance.ts';

export interface People {
  readonly people: readonly string[];
  readonly expressions: readonly string[];
}

export interface Asked extends People {
  /** The expression that the question is asked of; undefined: of every one. */
  readonly of?: string;
  readonly draws: number;
  /** What the interval is over: people, unless they are too few to be drawn from; then pictures. */
  readonly over?: 'people' | 'pictures';
  /** Whether two names stand for one person, as they do when somebody came twice. */
  readonly isSame?: (one: string, other: string) => boolean;
}

/** 1 when the same expression is nearer, a half at equal distance and where a face was not found. */
export function scoreOf(toSameExpression: number, toSamePerson: number): number {
  if (Number.isNaN(toSameExpression) || Number.isNaN(toSamePerson) || toSameExpression === toSamePerson) return 0.5;
  return toSameExpression < toSamePerson ? 1 : 0;
}

/** Pictures of one person are not independent: intervals over pictures are too narrow. */
export function identityAccuracy(vectors: readonly Vector[], asked: Asked): Figure {
  const { people, expressions, of, draws, over = 'people', isSame = (a, b) => a === b } = asked;
  const random = createRandom(9);
  const names = [...new Set(people)];
  const numberOf = new Map(names.map((name, number) => [name, number]));
  const places = people.map((_, place) => place);
  const anchors = places.filter((place) => of === undefined || expressions[place] === of);
  const scores: number[] = [];
  const drawn: { readonly anchor: number; readonly same: number; readonly other: number }[] = [];
  for (let i = 0; i < draws; i += 1) {
    const [anchor, same, other] = [random.pick(anchors), random.pick(places), random.pick(places)];
    const [person = '', expression] = [people[anchor], expressions[anchor]];
    if (expressions[same] !== expression || isSame(people[same] ?? '', person)) continue;
    if (people[other] !== person || expressions[other] === expression) continue;
    scores.push(scoreOf(between(vectors[anchor], vectors[same]), between(vectors[anchor], vectors[other])));
    drawn.push({ anchor, same, other });
  }
  if (over === 'pictures') {
    const members = (['anchor', 'same', 'other'] as const).map((which) => drawn.map((three) => three[which]));
    return meanOver(scores, members, people.length);
  }
  const personOf = (place: number): number => numberOf.get(people[place] ?? '') ?? 0;
  const members = (['anchor', 'same'] as const).map((which) => drawn.map((three) => personOf(three[which])));
  return meanOver(scores, members, names.length);
}
