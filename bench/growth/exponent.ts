/** The power of x with which y grows from the first point to the last: 1 is linear. Two digits are more than it is worth. */
export function exponentOf(points: readonly (readonly [x: number, y: number])[]): number {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return Number.NaN;
  return Number((Math.log(last[1] / first[1]) / Math.log(last[0] / first[0])).toFixed(2));
}
