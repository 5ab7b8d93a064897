import type { LiveResult } from '../../src/messages/payloads.ts';

const ms = (value: number): string => `${value.toFixed(1)} ms`;

/** One face in lines of text: what it says, the top matches with their distances, the time of every stage. */
export function describe(face: string, result: LiveResult, names: ReadonlyMap<string, string>, top = 3): string {
  const words = result.expressions.map(({ name }) => name).join(', ');
  const matches = result.matches.slice(0, top).map(({ meme, distance, closeness }, index) => {
    const name = (names.get(meme) ?? meme.slice(0, 8)).padEnd(32);
    return `    ${index + 1}. ${name} distance ${distance.toFixed(3)}, closer than ${Math.round(closeness)} of 100`;
  });
  const { detect, align, embed, match, total } = result.timings;
  const times = `detect ${ms(detect)}, align ${ms(align)}, embed ${ms(embed)}, match ${ms(match)}, in all ${ms(total)}`;
  return [`\n${face}: ${words}`, ...matches, `    ${times}`].join('\n');
}
