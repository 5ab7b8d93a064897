/** What the content script hands to the panel that it opens: the secret, and a line back to itself. */
import * as v from 'valibot';
import { PANEL_SECRET } from '../../messages/panel.ts';

const Message = v.object({ [PANEL_SECRET]: v.pipe(v.string(), v.uuid()) });

export interface Opening {
  readonly secret: string;
  /** Anything that is said here closes the panel. A page that frames us on its own may give none. */
  readonly line: MessagePort | undefined;
}

/**
 * Waits for it. Anybody may post something here; whether it is worth anything, the background says. It comes once: a
 * panel that is loaded again waits in vain.
 */
const received = new Promise<Opening>((resolve) => {
  const listen = ({ data, source, ports: [line] }: MessageEvent<unknown>): void => {
    const message = v.safeParse(Message, data);
    if (!message.success || source !== window.parent) return;
    removeEventListener('message', listen);
    resolve({ secret: message.output[PANEL_SECRET], line });
  };
  addEventListener('message', listen);
});

export const opening = (): Promise<Opening> => received;

/** Closes the panel, also one that never started: no admission is needed to go. */
export function leave(): void {
  void received.then(({ line }) => line?.postMessage('leave'));
}
