import { effect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { browserDoor } from '../../../ui/door.ts';
import { count } from '../../../ui/words.ts';
import { useModel } from '../model.ts';
import { CameraNotice } from './CameraNotice.tsx';
import { createMapCamera, type MapCamera } from './camera.ts';
import type { ExpressionMap } from './expression-map.ts';
import { MapTools } from './MapTools.tsx';
import { Neighbours } from './Neighbours.tsx';
import { createScreen, type Screen } from './screen.ts';

export function MapView({ map }: { map: ExpressionMap }): JSX.Element {
  const { ports } = useModel();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [parts, setParts] = useState<{ screen: Screen; camera: MapCamera }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is one for the life of the view
  useEffect(() => {
    if (!frame.current || !canvas.current) return;
    const { library } = ports;
    const camera = createMapCamera(browserDoor, () => library.settings.get('camera'));
    const screen = createScreen({
      canvas: canvas.current,
      frame: frame.current,
      map,
      library,
      live: () => camera.result.value,
    });
    setParts({ screen, camera });
    return () => {
      camera.close();
      screen.close();
    };
  }, []);
  return (
    <div class="expression-map">
      {parts && <MapTools map={map} {...parts} />}
      {parts && <CameraNotice camera={parts.camera} />}
      <div class={`map-body ${map.chosen.value === undefined ? '' : 'with-panel'}`}>
        <div
          ref={frame}
          class="map-frame"
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is steered by keys, as an application
          tabIndex={0}
          aria-label="Expression map"
          aria-describedby="map-help"
        >
          <canvas ref={canvas} />
          {parts && <Pointed map={map} screen={parts.screen} />}
        </div>
        <Neighbours map={map} />
      </div>
      <p id="map-help" class="small quiet">
        {count(map.shown.value.length, 'face')}. Drag or use the arrow keys to move, the wheel or + and - to zoom, 0 to
        see all. Click a face, or press Enter on the one in the middle, to see those most like it.
      </p>
    </div>
  );
}

/** Says which face is pointed at. */
function Pointed({ map, screen }: { map: ExpressionMap; screen: Screen }): JSX.Element {
  const { ports } = useModel();
  const [name, setName] = useState('');
  const chart = map.chart.value;
  useEffect(
    () =>
      effect(() => {
        const meme = map.chart.value?.memes[screen.hovered.value];
        if (meme === undefined) return setName('');
        ports.library.memes.get(meme).then(
          (found) => map.chart.value?.memes[screen.hovered.value] === meme && setName(found?.name ?? ''),
          (error: unknown) => console.error('Gurn: a meme could not be read', error),
        );
      }),
    [map, screen, ports],
  );
  const worn = map.names.value[chart?.worn[screen.hovered.value] ?? -1];
  return (
    <p class="map-pointed" role="status">
      {name && (
        <>
          <strong>{name}</strong> {worn}
        </>
      )}
    </p>
  );
}
