/** converse.js' page, as one of its users sees it. */
import { eventually } from '../../browser/support/eventually.ts';
import type { Tab } from '../support/tab.ts';
import { ROOM } from './prosody.ts';
import type { ACCOUNTS } from './server.ts';

export interface Message {
  readonly from: string;
  /** What the sender wrote, or the address of the file that was sent. */
  readonly text: string;
  /** Whether it is shown as a picture. */
  readonly picture: boolean;
}

export interface ConverseUser {
  /** What stands in the message box. */
  draft(): Promise<string>;
  /** Clicks into the message box and types. */
  write(text: string): Promise<void>;
  /** Everything that people said in the room. */
  messages(): Promise<readonly Message[]>;
  /** What converse.js complains of; '' when it does not. */
  complaint(): Promise<string>;
}

const INPUT = 'textarea.chat-textarea';

/** Opens converse.js in the tab; it logs the account in and enters the room. */
export async function login(
  tab: Tab,
  origin: string,
  { name, password }: (typeof ACCOUNTS)[number],
): Promise<ConverseUser> {
  await tab.goto(`${origin}/?user=${name}&password=${encodeURIComponent(password)}`);
  await eventually(() => tab.evaluate((input) => document.querySelector(input) !== null, INPUT), Boolean, 60_000);

  return {
    draft: () => tab.evaluate((input) => document.querySelector<HTMLTextAreaElement>(input)?.value ?? '', INPUT),
    async write(text) {
      await tab.bringToFront();
      await tab.click(INPUT);
      await tab.type(text);
    },
    messages: () =>
      tab.evaluate(
        (room) =>
          [...document.querySelectorAll(`.chat-msg[data-from^="${room}/"]`)].map((message) => ({
            from: message.getAttribute('data-from')?.split('/')[1] ?? '',
            text: message.querySelector('.chat-msg__text')?.getAttribute('text') ?? '',
            picture: message.querySelector('.chat-msg__text img') !== null,
          })),
        ROOM,
      ),
    complaint: () =>
      tab.evaluate(() => [...document.querySelectorAll('.chat-error')].at(-1)?.textContent?.trim() ?? '', undefined),
  };
}
