import type { JSX } from 'preact';

interface Props {
  /** 0 to 1. */
  readonly value: number;
  readonly words: string;
}

export function Progress({ value, words }: Props): JSX.Element {
  const whole = Math.round(value * 100);
  return (
    <div class="bar" role="progressbar" aria-label={words} aria-valuenow={whole} aria-valuemin={0} aria-valuemax={100}>
      <span style={{ width: `${whole}%` }} />
    </div>
  );
}
