/** Memes in one file: out, to keep or to give away, and in. */
import type { JSX } from 'preact';
import { useModel } from '../model.ts';
import { EndingCard } from './EndingCard.tsx';
import { ExportCard } from './ExportCard.tsx';
import { ImportCard } from './ImportCard.tsx';
import { WorkCard } from './WorkCard.tsx';
import './packs.css';

export function PacksSection(): JSX.Element {
  const { packing } = useModel();
  const { value: work } = packing.work;
  const { value: ending } = packing.ending;
  return (
    <section class="packs" aria-label="Packs">
      {work && <WorkCard work={work} cancel={packing.cancel} />}
      {ending && <EndingCard ending={ending} />}
      <div class="ways">
        <ExportCard busy={work !== undefined} />
        <ImportCard busy={work !== undefined} />
      </div>
    </section>
  );
}
