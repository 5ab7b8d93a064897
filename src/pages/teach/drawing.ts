/** Drawing a box around a face: begun, changed, saved or given up. */
import { signal } from '@preact/signals';
import { type Box, firstBox, type Size } from './box.ts';

export type Drawing =
  | { readonly step: 'none'; readonly said?: string }
  | { readonly step: 'drawing' | 'saving'; readonly box: Box; readonly trouble?: string };

const SAVED = 'Saved. This picture answers to the face in your box now.';
const SAVED_UNSEEN =
  'Saved. Gurn sees no face in your box, so it reads the eyes and mouth where a face has them. ' +
  'Is it the wrong match? Forget it and draw a tighter box.';

export type Drawer = ReturnType<typeof createDrawer>;

/** @param save makes the picture answer to the face in the box; resolves with whether Gurn sees a face there */
export function createDrawer(picture: Size, save: (box: Box) => Promise<boolean>) {
  const drawing = signal<Drawing>({ step: 'none' });
  return {
    drawing,
    picture,
    begin(): void {
      drawing.value = { step: 'drawing', box: firstBox(picture) };
    },
    change(box: Box): void {
      if (drawing.value.step === 'drawing') drawing.value = { step: 'drawing', box };
    },
    cancel(): void {
      if (drawing.value.step === 'drawing') drawing.value = { step: 'none' };
    },
    async save(): Promise<void> {
      if (drawing.value.step !== 'drawing') return;
      const { box } = drawing.value;
      drawing.value = { step: 'saving', box };
      try {
        drawing.value = { step: 'none', said: (await save(box)) ? SAVED : SAVED_UNSEEN };
      } catch (error) {
        drawing.value = { step: 'drawing', box, trouble: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
