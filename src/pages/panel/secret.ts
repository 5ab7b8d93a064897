import * as v from 'valibot';
import { PANEL_SECRET } from '../../messages/panel.ts';

const Message = v.object({ [PANEL_SECRET]: v.pipe(v.string(), v.uuid()) });

/**
 * Waits for the secret of this opening. Anybody may post something here; whether it is worth anything, the background
 * says.
 */
export const secretOfOpening = (): Promise<string> =>
  new Promise((resolve) => {
    const listen = ({ data, source }: MessageEvent<unknown>): void => {
      const message = v.safeParse(Message, data);
      if (!message.success || source !== window.parent) return;
      removeEventListener('message', listen);
      resolve(message.output[PANEL_SECRET]);
    };
    addEventListener('message', listen);
  });
