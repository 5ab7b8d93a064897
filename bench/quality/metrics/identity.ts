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
  /** Whether two names stand for one person, as they do when somebody came twice. */
  readonly isSame?: (one: string, other: string) => boolean;
}

/** 1 when the same expression is nearer, a half at equal distance and where a face was not found. */
export function scoreOf(toSameExpression: number, toSamePerson: number): number {
  if (Number.isNaN(toSameExpression) || Number.isNaN(toSamePerson) || toSameExpression === toSamePerson) return 0.5;
  return toSameExpression < toSamePerson ? 1 : 0;
}

/** Intervals are over people: pictures of one person are not independent. */
export function identityAccuracy(vectors: readonly Vector[], asked: Asked): Figure {
  const { people, expressions, of, draws, isSame = (a, b) => a === b } = asked;
  const random = createRandom(9);
  const names = [...new Set(people)];
  const numberOf = new Map(names.map((name, number) => [name, number]));
  const places = people.map((_, place) => place);
  const anchors = places.filter((place) => of === undefined || expressions[place] === of);
  const scores: number[] = [];
  const [own, others]: [number[], number[]] = [[], []];
  for (let i = 0; i < draws; i += 1) {
    const [anchor, same, other] = [random.pick(anchors), random.pick(places), random.pick(places)];
    const [person = '', expression] = [people[anchor], expressions[anchor]];
    if (expressions[same] !== expression || isSame(people[same] ?? '', person)) continue;
    if (people[other] !== person || expressions[other] === expression) continue;
    scores.push(scoreOf(between(vectors[anchor], vectors[same]), between(vectors[anchor], vectors[other])));
    own.push(numberOf.get(person) ?? 0);
    others.push(numberOf.get(people[same] ?? '') ?? 0);
  }
  return meanOver(scores, [own, others], names.length);
}
