/** The views that are open, each at the other end of a port. The browser breaks a port when its view closes or crashes. */
import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import type { Embedding } from '../engine/index.ts';
import { LIVE_LOCK, LiveCommand, type LiveEvent, type LiveResult, type LiveState } from '../messages/index.ts';
import { mayWatch } from './admission.ts';
import { line } from './duty.ts';
import type { Wish } from './result.ts';
import { createViewer, type Viewer, type ViewerParts, type Watch } from './viewer.ts';

export interface ViewListener {
  /** A view is there; what it watches it will say when it knows. */
  onView(): void;
  /** A view asks for the first time, or asks for something else. */
  onWatch(watch: Watch): void;
  onRetry(): void;
  /** A meme was inserted or copied for this face. */
  onPicked(meme: string, face: Embedding): void;
  /** The last view is gone. */
  onNobody(): void;
}

export interface Views {
  /** Whether a view is open. */
  anybody(): boolean;
  /** Answers every view what was seen, each as it wishes. */
  show(resultFor: (wish: Wish) => LiveResult): void;
  /** Finds again what the views' words find. */
  refind(): void;
  /** What was told last; undefined while nobody watches. */
  state(): LiveState | undefined;
  /** Tells all views. A new view hears the last state at once. */
  tell(event: LiveEvent): void;
}

export function openViews(listener: ViewListener, parts: Omit<ViewerParts, 'tell'>): Views {
  const present = new Set<Runtime.Port>();
  const watching = new Map<Runtime.Port, Viewer>();
  let lastState: Extract<LiveEvent, { type: 'state' }> | undefined;

  const send = (port: Runtime.Port, event: LiveEvent): void => {
    if (watching.has(port)) port.postMessage(event);
  };

  /** Our own `disconnect` is not announced to us, so every way out comes through here. */
  const leave = (port: Runtime.Port): void => {
    watching.delete(port);
    if (!present.delete(port) || present.size > 0) return;
    lastState = undefined;
    listener.onNobody();
  };

  const receive = (port: Runtime.Port, raw: unknown): void => {
    const command = v.safeParse(LiveCommand, raw);
    if (!command.success) {
      port.disconnect();
      leave(port);
      return;
    }
    if (command.output.type === 'retry') {
      listener.onRetry();
      return;
    }
    const known = watching.get(port);
    if (command.output.type === 'picked') {
      const { meme, frame } = command.output;
      const face = known?.faceOf(frame);
      if (face) listener.onPicked(meme, face);
      return;
    }
    const { type: _, ...watch } = command.output;
    const viewer = known ?? createViewer({ ...parts, tell: (found) => send(port, { type: 'found', found }) });
    watching.set(port, viewer);
    viewer.watch(watch);
    if (lastState) send(port, lastState);
    listener.onWatch(watch);
  };

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== line) return;
    let open = true;
    const admission = mayWatch(port.sender).then((admitted) => {
      if (!admitted) port.disconnect();
      // A view that went while it was being asked after must not switch the camera on.
      if (!admitted || !open) return;
      present.add(port);
      listener.onView();
    });
    port.onMessage.addListener(async (raw) => {
      await admission;
      if (present.has(port)) receive(port, raw);
    });
    port.onDisconnect.addListener(() => {
      open = false;
      leave(port);
    });
  });

  // Held for ever: views see by it that somebody listens (src/ui/door.ts), and ask the service worker when it is missing.
  navigator.locks
    .request(LIVE_LOCK, { mode: 'shared' }, () => new Promise(() => undefined))
    .catch((error: unknown) => console.warn('Gurn: views must ask the service worker who listens', error));

  return {
    show(resultFor) {
      for (const [port, viewer] of watching) send(port, { type: 'result', result: resultFor(viewer.wish()) });
    },
    anybody: () => present.size > 0,
    refind() {
      for (const viewer of watching.values()) viewer.refind();
    },
    state: () => lastState?.state,
    tell(event) {
      if (event.type === 'state') lastState = event;
      for (const port of watching.keys()) send(port, event);
    },
  };
}
