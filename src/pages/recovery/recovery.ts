/** Finding out what is wrong, saving what can be read, and starting afresh: one at a time. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { LibraryError } from '../../library/index.ts';
import { writePack } from '../../library/packs/index.ts';
import type { Found, Rescue } from '../../library/rescue.ts';
import { type Diagnosis, diagnosisOf, WELL } from './diagnosis.ts';
import { writePictures } from './pictures-zip.ts';
import type { RecoveryPorts } from './ports.ts';

export type Checked =
  | { readonly state: 'checking' | 'well' }
  | { readonly state: 'ill'; readonly diagnosis: Diagnosis; readonly said: string };

export type Saving =
  | { readonly step: 'none' | 'nothing' }
  | { readonly step: 'looking' | 'writing'; readonly done: number; readonly of: number }
  | { readonly step: 'found'; readonly found: Found; readonly saved: readonly string[] }
  | { readonly step: 'failed'; readonly message: string };

export type Afresh =
  | { readonly step: 'none' | 'deleting' | 'blocked' | 'done' }
  | { readonly step: 'failed'; readonly message: string };

export type Recovery = ReturnType<typeof createRecovery>;

const ZIP = { description: 'Zip archive', accept: { 'application/zip': ['.zip'] } };
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the browser itself said, for whoever helps. */
function saidBy(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
  return [messageOf(error), cause && `${cause.name}: ${cause.message}`].filter(Boolean).join(' ');
}

export function createRecovery(ports: RecoveryPorts) {
  const checked = signal<Checked>({ state: 'checking' });
  const saving = signal<Saving>({ step: 'none' });
  const afresh = signal<Afresh>({ step: 'none' });

  async function check(): Promise<void> {
    checked.value = { state: 'checking' };
    try {
      await ports.tryLibrary();
      checked.value = { state: 'well' };
    } catch (error) {
      console.error('Gurn: the library cannot be opened', error);
      const code = error instanceof LibraryError ? error.code : undefined;
      checked.value = { state: 'ill', diagnosis: diagnosisOf(code), said: saidBy(error) };
    }
  }

  /** Nothing is held open in between, so that a fresh start needs not wait. */
  async function withRescue<T>(work: (rescue: Rescue) => Promise<T>): Promise<T> {
    const rescue = await ports.openRescue();
    try {
      return await work(rescue);
    } finally {
      rescue.close();
    }
  }

  const fail = (error: unknown): void => {
    console.error('Gurn: nothing could be saved', error);
    saving.value = { step: 'failed', message: messageOf(error) };
  };

  async function look(): Promise<void> {
    saving.value = { step: 'looking', done: 0, of: 0 };
    try {
      const found = await withRescue((rescue) =>
        rescue.look((done, of) => {
          saving.value = { step: 'looking', done, of };
        }),
      );
      const any = found.whole.length + found.loose.length > 0;
      saving.value = any ? { step: 'found', found, saved: [] } : { step: 'nothing' };
    } catch (error) {
      fail(error);
    }
  }

  /** To be called in a click: it asks where the file shall be. */
  async function save(kind: 'pack' | 'pictures'): Promise<void> {
    const before = saving.value;
    if (before.step !== 'found') return;
    const day = new Date().toISOString().slice(0, 10);
    const { whole, loose } = before.found;
    const of = kind === 'pack' ? whole.length : loose.length;
    const onProgress = (done: number): void => {
      saving.value = { step: 'writing', done, of };
    };
    try {
      const target =
        kind === 'pack'
          ? await ports.openTarget(`gurn-rescued-${day}.gurnpack`)
          : await ports.openTarget(`gurn-pictures-${day}.zip`, undefined, ZIP);
      if (!target) return;
      onProgress(0);
      const { sink, name } = target;
      await withRescue(async (rescue) => {
        if (kind === 'pictures') await writePictures(sink, rescue.pictures(loose), onProgress);
        else await writePack(sink, rescue.sources(whole), { generator: ports.generator, history: true, onProgress });
      });
      saving.value = { ...before, saved: [...before.saved, name] };
    } catch (error) {
      fail(error);
    }
  }

  async function startAfresh(): Promise<void> {
    afresh.value = { step: 'deleting' };
    try {
      await ports.erase(() => {
        afresh.value = { step: 'blocked' };
      });
      afresh.value = { step: 'done' };
    } catch (error) {
      console.error('Gurn: the library could not be deleted', error);
      afresh.value = { step: 'failed', message: messageOf(error) };
    }
  }

  return {
    checked: checked as ReadonlySignal<Checked>,
    saving: saving as ReadonlySignal<Saving>,
    afresh: afresh as ReadonlySignal<Afresh>,
    well: WELL,
    check,
    look,
    save,
    startAfresh,
    openLibrary: () => ports.openLibrary(),
  };
}
