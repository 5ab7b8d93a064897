/** Everything the popup knows and can do, in one place that its parts share. */
import { effect, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createPictures } from '../ui/pictures.ts';
import { count, percent } from '../ui/words.ts';
import { createAnnouncer } from './announcer.ts';
import { createDeliverer } from './delivery.ts';
import { HINTS } from './hints.ts';
import { createLiveView } from './live-view.ts';
import { createMemeNames } from './names.ts';
import { nothingInWords } from './nothing.ts';
import { noticeOf } from './notices.ts';
import type { PopupPorts, PopupSettings } from './ports.ts';
import { createSelection } from './selection.ts';

/** How many matches "more" and "fewer" step through. */
export const TOPS = [3, 12, 24] as const;

export type Model = ReturnType<typeof createModel>;

export function createModel(ports: PopupPorts, settings: PopupSettings) {
  const live = createLiveView(ports, settings);
  const selection = createSelection(live.shown);
  const pictures = createPictures({ bytes: ports.memes.small ?? ports.memes.bytes });
  const names = createMemeNames(ports.memes);
  const panel = signal<'none' | 'keys' | 'settings'>('none');
  const mirrored = signal(settings.mirrored);
  const camera = signal(settings.camera);
  const spoken = signal('');
  const announcer = createAnnouncer((text) => {
    spoken.value = text;
  });

  const save = (change: Partial<PopupSettings>): void => {
    ports.settings.write(change).catch((error: unknown) => console.error('Gurn: a setting was not saved', error));
  };

  const hush = effect(() => {
    const notice = noticeOf(live.state.value);
    if (notice) return announcer.suggest(`${notice.title}. ${notice.words}`);
    if (live.hint.value !== 'none' && !live.found.value) return announcer.suggest(HINTS[live.hint.value]);
    if (live.nothing.value) return announcer.suggest(nothingInWords(live.words.value));
    const best = live.shown.value[0];
    const name = best && names.of(best.meme).value?.name;
    if (!best || name === undefined) return;
    const found = live.found.value ? `${count(live.found.value.memes, 'meme')} found. ` : '';
    if (best.closeness === undefined) return announcer.suggest(`${found}First: ${name}.`);
    const look = live.look.value ? `${live.look.value}: ` : '';
    announcer.suggest(`${found}${look}${name}, ${percent(best.closeness)} % close.`);
  });

  return {
    ports,
    live,
    selection,
    pictures,
    names,
    panel,
    mirrored,
    camera,
    spoken,
    say: announcer.say,
    deliverer: createDeliverer(ports, live.picked),
    setTop(top: number): void {
      live.showTop(top);
      save({ top });
    },
    setMirrored(value: boolean): void {
      mirrored.value = value;
      save({ mirrored: value });
    },
    setHoldToFreeze(value: boolean): void {
      live.holdToFreeze.value = value;
      save({ holdToFreeze: value });
    },
    setCamera(value: string): void {
      camera.value = value;
      live.switchCamera(value);
      save({ camera: value });
    },
    toggleFreeze(): void {
      live.toggleFreeze();
      announcer.say(live.frozen.value ? 'Frozen.' : 'Following your face again.');
    },
    stop(): void {
      hush();
      announcer.stop();
      live.close();
      pictures.clear();
    },
  };
}

export const ModelContext = createContext<Model | null>(null);

export function useModel(): Model {
  const model = useContext(ModelContext);
  if (!model) throw new Error('The popup was drawn without its model.');
  return model;
}
