/** Gurn's own face, in the mood that a state of the camera calls for. Drawn, so that it follows the colours. */
import type { JSX } from 'preact';
import './mug.css';

export type Mood =
  | 'cheeky'
  | 'waking'
  | 'peeking'
  | 'shut'
  | 'searching'
  | 'squeezed'
  | 'unplugged'
  | 'dizzy'
  | 'asleep'
  | 'hungry';

const open = (x: number, dx = 0, dy = 0): JSX.Element => (
  <>
    <circle class="white" cx={x} cy="50" r="14" />
    <circle class="ink" cx={x + dx} cy={50 + dy} r="6.5" />
  </>
);
const both = (dx = 0, dy = 0): JSX.Element => (
  <>
    {open(43, dx, dy)}
    {open(85, dx, dy)}
  </>
);
const line = (d: string): JSX.Element => <path class="line" d={d} />;

const EYES: Record<Mood, JSX.Element> = {
  cheeky: (
    <>
      {open(42, 4, 1)}
      {line('M97 38l-19 11 19 11')}
    </>
  ),
  waking: both(0, -6),
  peeking: both(0, 1),
  shut: line('M30 50q12 9 24 0M74 50q12 9 24 0'),
  searching: both(6, 2),
  squeezed: line('M32 40l18 10-18 10M96 40l-18 10 18 10'),
  unplugged: both(0, 0),
  dizzy: line('M34 41l17 17M51 41l-17 17M77 41l17 17M94 41l-17 17'),
  asleep: line('M30 52q12 8 24 0M74 52q12 8 24 0'),
  hungry: both(0, 5),
};

const MOUTHS: Record<Mood, JSX.Element> = {
  cheeky: (
    <>
      <path class="ink" d="M32 79c20 7 44 7 64-2-2 18-15 27-32 27-16 0-29-9-32-25Z" />
      <path class="tongue" d="M51 87c9-3 19-3 27-2 5 15 3 33-11 34-13 1-20-15-16-32Z" />
    </>
  ),
  waking: <ellipse class="ink" cx="64" cy="89" rx="9" ry="10" />,
  peeking: line('M66 92q12 8 24-2'),
  shut: line('M44 90h40M52 85v10M64 85v10M76 85v10'),
  searching: line('M50 92q14-6 28 0'),
  squeezed: line('M40 92q6-8 12 0t12 0 12 0 12 0'),
  unplugged: <ellipse class="ink" cx="64" cy="92" rx="11" ry="13" />,
  dizzy: line('M44 94q5-8 10 0t10 0 10 0 10 0'),
  asleep: <ellipse class="ink" cx="66" cy="90" rx="6" ry="5" />,
  hungry: (
    <>
      <path class="ink" d="M42 82h44c0 18-9 26-22 26s-22-8-22-26Z" />
      <path class="tongue" d="M52 102c4-7 20-7 24 0-6 7-18 7-24 0Z" />
    </>
  ),
};

const PROPS: Partial<Record<Mood, JSX.Element>> = {
  peeking: (
    <>
      <path
        class="hand"
        d="M30 94c-10-10-16-24-16-36a7 7 0 0 1 14 0V40a7 7 0 0 1 14 0v-3a7 7 0 0 1 14 0v8a7 7 0 0 1 14 0v24c0 16-8 27-20 27-9 0-15 2-20-2Z"
      />
      <path class="hand" d="M28 58v6M42 40v22M56 45v17" />
    </>
  ),
  searching: <path class="dashed" d="M64 2c38 0 62 24 62 60 0 39-26 64-62 64S2 100 2 63C2 27 27 2 64 2Z" />,
  unplugged: (
    <>
      <path class="cable" d="M-2 122c24 2 22-14 40-14" />
      <path class="cable" d="M130 118c-26 6-28-8-44-6" />
      <path class="plug" d="M36 102h12v12H36zM78 106h12v12H78z" />
    </>
  ),
  dizzy: <path class="line thin" d="M20 14l6 8M64 0v8M108 14l-6 8" />,
  asleep: <path class="line thin" d="M98 8h14l-14 14h14M116-8h9l-9 9h9" />,
};

export function Mug({ mood, size = 128 }: { mood: Mood; size?: number }): JSX.Element {
  return (
    <svg class={`mug ${mood}`} viewBox="-8 -12 144 148" width={size} height={size} aria-hidden="true">
      <path class="head" d="M64 8c33 0 55 21 55 52 0 35-24 59-56 59C30 119 9 96 9 62 9 30 32 8 64 8Z" />
      {EYES[mood]}
      {MOUTHS[mood]}
      {PROPS[mood]}
    </svg>
  );
}
