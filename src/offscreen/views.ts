/** The views that are open, each at the other end of a port. The browser breaks a port when its view closes or crashes. */
import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { LiveCommand, type LiveEvent, type LiveResult, type LiveState } from '../messages/index.ts';
import { mayWatch } from './admission.ts';
import { line } from './duty.ts';

/** What one view asks for. */
export interface Watch {
  readonly top: number;
  readonly camera: string;
}

export interface ViewListener {
  /** A view asks for the first time, or asks for something else. */
  onWatch(watch: Watch): void;
  onRetry(): void;
  /** The last view is gone. */
  onNobody(): void;
}

export interface Views {
  /** The most matches that any open view shows. */
  top(): number;
  /** What was told last; undefined while nobody watches. */
  state(): LiveState | undefined;
  /** Tells all views. A new view hears the last state at once. */
  tell(event: LiveEvent): void;
}

export function openViews(listener: ViewListener): Views {
  const watching = new Map<Runtime.Port, Watch>();
  let lastState: Extract<LiveEvent, { type: 'state' }> | undefined;

  const send = (port: Runtime.Port, event: LiveEvent): void => {
    const top = watching.get(port)?.top ?? 0;
    port.postMessage(event.type === 'result' ? { ...event, result: cut(event.result, top) } : event);
  };

  /** Our own `disconnect` is not announced to us, so every way out comes through here. */
  const leave = (port: Runtime.Port): void => {
    if (!watching.delete(port) || watching.size > 0) return;
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
    const { top, camera } = command.output;
    watching.set(port, { top, camera });
    if (lastState) send(port, lastState);
    listener.onWatch({ top, camera });
  };

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== line) return;
    let open = true;
    const close = (): void => {
      open = false;
      leave(port);
    };
    const admission = mayWatch(port.sender);
    void admission.then((admitted) => {
      if (!admitted) port.disconnect();
    });
    port.onMessage.addListener(async (raw) => {
      // A view that went while it was being asked after must not switch the camera on.
      if ((await admission) && open) receive(port, raw);
    });
    port.onDisconnect.addListener(close);
  });

  return {
    top: () => Math.max(0, ...[...watching.values()].map(({ top }) => top)),
    state: () => lastState?.state,
    tell(event) {
      if (event.type === 'state') lastState = event;
      for (const port of watching.keys()) send(port, event);
    },
  };
}

const cut = (result: LiveResult, top: number): LiveResult => ({ ...result, matches: result.matches.slice(0, top) });
