/** Everything behind the section that shows the memes. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { drawThumb, type Face, type Library } from '../../../library/index.ts';
import { type Expressions, nearestExpression, readExpressions } from '../../../ui/expressions.ts';
import { createPictures } from '../../../ui/pictures.ts';
import { createCollection } from './collection.ts';
import { createFacesOf } from './faces-of.ts';
import { createInsight } from './insight.ts';
import { createNearWords } from './near-words.ts';
import { createSelection } from './selection.ts';
import { survey } from './survey.ts';
import { createThumbSource } from './thumb-source.ts';
import { createView } from './view.ts';

/** Thumbnails kept for the way back, a few KB each. */
const IDLE_THUMBS = 300;

type Keys = Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>;

export function createGallery(
  library: Pick<Library, 'memes' | 'thumbs' | 'faces' | 'changes'>,
  hidden: ReadonlySignal<ReadonlySet<string>>,
) {
  const { expressions, known } = createNames();
  const insight = createInsight({ library, expressions, survey });
  const collection = createCollection(library);
  const view = createView({ all: collection.all, hidden, worn: insight.worn, near: createNearWords(library) });
  const selection = createSelection(view.shown);
  /** The meme that has, or would get, the focus. */
  const active = signal<string | undefined>(undefined);
  /** The meme whose details are open. */
  const open = signal<string | undefined>(undefined);

  return {
    collection,
    insight,
    view,
    selection,
    active,
    open,
    /** Index of the active meme among those shown, -1 when it is not among them. */
    place: computed(() => view.shown.value.findIndex(({ id }) => id === active.value)),
    thumbs: createPictures(createThumbSource({ library, draw: drawThumb }), IDLE_THUMBS),
    facesOf: createFacesOf(library),
    /** The expression that a face wears; '' while that is unknown, and for a face of another embedder. */
    nameOf({ embedding, model }: Face): string {
      const { value } = known;
      if (value === undefined) void expressions().catch(report);
      return value?.model === model ? (value.names[nearestExpression(value, embedding)] ?? '') : '';
    },
    names: computed(() => known.value?.names ?? []),
    /** The named expressions. Rejects when they cannot be read; the next call tries again. */
    expressions,
    /** A click on a picture: opens it, or picks it when others are picked or a key says so. */
    press(id: string, { shiftKey, ctrlKey, metaKey }: Keys): void {
      if (shiftKey) selection.extendTo(id);
      else if (ctrlKey || metaKey || selection.chosen.value.length > 0) selection.toggle(id);
      else open.value = id;
    },
    /** A click on a picture's checkbox. */
    pick(id: string, event: Keys & { readonly currentTarget: HTMLInputElement }): void {
      if (event.shiftKey) selection.extendTo(id);
      else selection.toggle(id);
      event.currentTarget.checked = selection.ids.value.has(id);
    },
  };
}

export type Gallery = ReturnType<typeof createGallery>;

const report = (error: unknown): void => console.error('Gurn: the named expressions could not be read', error);

/** The named expressions, read when they are first asked for, and again after a failure. */
function createNames() {
  const known = signal<Expressions | undefined>(undefined);
  let reading: Promise<Expressions> | undefined;
  const read = async (): Promise<Expressions> => {
    try {
      known.value = await readExpressions();
      return known.value;
    } catch (error) {
      reading = undefined;
      throw error;
    }
  };
  const expressions = (): Promise<Expressions> => {
    reading ??= read();
    return reading;
  };
  return { known, expressions };
}
