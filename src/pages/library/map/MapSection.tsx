/** The expression map: every face of the library, laid out so that like lies beside like. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Mug } from '../../../ui/Mug.tsx';
import { Details } from '../memes/details/Details.tsx';
import { useModel } from '../model.ts';
import { startWorker } from './chart-worker.ts';
import { createExpressionMap, type ExpressionMap } from './expression-map.ts';
import { MapView } from './MapView.tsx';
import './map.css';

export function MapSection(): JSX.Element {
  const { ports, gallery, removal } = useModel();
  const [map, setMap] = useState<ExpressionMap>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model is one for the life of the page
  useEffect(() => {
    const { changes } = ports.library;
    const made = createExpressionMap({
      changes,
      hidden: removal.hidden,
      expressions: gallery.expressions,
      startWorker,
    });
    setMap(made);
    return () => made.close();
  }, []);
  return (
    <>
      {map && <State map={map} />}
      <Details />
    </>
  );
}

function State({ map }: { map: ExpressionMap }): JSX.Element {
  switch (map.state.value) {
    case 'working':
      return <Working map={map} />;
    case 'stopped':
      return <Stopped map={map} />;
    case 'failed':
      return <Failing map={map} />;
    default:
      return map.shown.value.length > 0 ? <MapView map={map} /> : <Empty />;
  }
}

function Working({ map }: { map: ExpressionMap }): JSX.Element {
  const percent = Math.round(100 * map.part.value);
  return (
    <section class="notice" aria-busy="true">
      <Mug mood="searching" />
      <h2>{percent > 0 ? 'Laying out the faces' : 'Reading the faces'}</h2>
      <p>A large library takes a minute the first time. It stops when you leave this page.</p>
      <div
        class="bar"
        role="progressbar"
        aria-label="Laying out the faces"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      <button type="button" class="button" onClick={() => map.stop()}>
        Cancel
      </button>
    </section>
  );
}

function Stopped({ map }: { map: ExpressionMap }): JSX.Element {
  return (
    <section class="notice">
      <Mug mood="asleep" />
      <h2>The map was not finished</h2>
      <p>What was there before is kept.</p>
      <button type="button" class="button primary" onClick={() => void map.open(false)}>
        Show the map
      </button>
    </section>
  );
}

function Failing({ map }: { map: ExpressionMap }): JSX.Element {
  return (
    <section class="notice" role="alert">
      <Mug mood="dizzy" />
      <h2>The map cannot be made</h2>
      <p>{map.trouble.value}</p>
      <button type="button" class="button primary" onClick={() => void map.open(false)}>
        Try again
      </button>
    </section>
  );
}

function Empty(): JSX.Element {
  return (
    <section class="notice">
      <Mug mood="hungry" />
      <h2>No faces yet</h2>
      <p>Add pictures with faces, or teach a picture a face, and each gets its place on this map.</p>
      <a class="button primary" href="#bring-in">
        Bring pictures in
      </a>
    </section>
  );
}
