import type { JSX } from 'preact';
import { Switch } from '../../../ui/Switch.tsx';
import type { MapCamera } from './camera.ts';
import type { ExpressionMap } from './expression-map.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly map: ExpressionMap;
  readonly screen: Screen;
  readonly camera: MapCamera;
}

const ZOOM = 1.6;

export function MapTools({ map, screen, camera }: Props): JSX.Element {
  const names = map.names.value;
  const goTo = (name: number): void => {
    const places = map.chart.value?.names;
    if (places) screen.goTo(places[2 * name] ?? 0, places[2 * name + 1] ?? 0);
  };
  const order = Array.from(names.keys()).sort((a, b) => (names[a] ?? '').localeCompare(names[b] ?? ''));
  return (
    <div class="map-tools">
      <select
        aria-label="Go to an expression"
        value=""
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== '') goTo(Number(currentTarget.value));
          currentTarget.value = '';
        }}
      >
        <option value="">Go to…</option>
        {order.map((name) => (
          <option key={name} value={name}>
            {names[name]}
          </option>
        ))}
      </select>
      <span class="actions">
        <button type="button" class="button small" aria-label="Zoom in" onClick={() => screen.acts.zoomInMiddle(ZOOM)}>
          +
        </button>
        <button
          type="button"
          class="button small"
          aria-label="Zoom out"
          onClick={() => screen.acts.zoomInMiddle(1 / ZOOM)}
        >
          −
        </button>
        <button type="button" class="button small" onClick={() => screen.acts.all()}>
          Show all
        </button>
        <button type="button" class="button small" onClick={() => void map.open(true)}>
          Lay out again
        </button>
      </span>
      <Switch label="Show where my face is" on={camera.on.value} onChange={(on) => camera.turn(on)} />
    </div>
  );
}
