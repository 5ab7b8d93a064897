/** The Lounge's page, as one of its users sees it. */
import { eventually } from '../../browser/support/eventually.ts';
import type { Tab } from '../support/tab.ts';
import { CHANNEL } from './server.ts';

export interface Message {
  readonly from: string;
  readonly text: string;
  readonly links: readonly string[];
}

export interface LoungeUser {
  /** What stands in the message box. */
  draft(): Promise<string>;
  /** Clicks into the message box and types. */
  write(text: string): Promise<void>;
  /** Presses Enter in the message box until that is empty: Gurn keeps a press to itself right after the one that chose. */
  send(): Promise<void>;
  /** Everything that people said in the channel. */
  messages(): Promise<readonly Message[]>;
  /** What The Lounge complains of; '' when it does not. */
  complaint(): Promise<string>;
}

const INPUT = '#input';

const CHANNEL_ITEM = `.channel-list-item[data-name="${CHANNEL}"]`;

export interface LoginOptions {
  /** Off: pictures are uploaded as they are. The Lounge draws all but GIFs anew unless told otherwise. */
  readonly removeMetadata?: boolean;
}

/** Opens The Lounge in the tab, logs in and enters the channel. */
export async function login(
  tab: Tab,
  origin: string,
  nick: string,
  { removeMetadata = true }: LoginOptions = {},
): Promise<LoungeUser> {
  await tab.goto(`${origin}/`);
  await tab.evaluate((uploadCanvas) => {
    localStorage.setItem('settings', JSON.stringify({ uploadCanvas }));
  }, removeMetadata);
  await tab.goto(`${origin}/`);
  await tab.click('input[name="nick"]');
  await tab.evaluate(() => document.querySelector<HTMLInputElement>('input[name="nick"]')?.select(), undefined);
  await tab.type(nick);
  await tab.press('Enter');
  await tab.click(CHANNEL_ITEM);
  await eventually(() => tab.evaluate((input) => document.querySelector(input) !== null, INPUT));

  const draft = (): Promise<string> =>
    tab.evaluate((input) => document.querySelector<HTMLTextAreaElement>(input)?.value ?? '', INPUT);
  return {
    draft,
    async write(text) {
      await tab.click(INPUT);
      await tab.type(text);
    },
    async send() {
      await tab.bringToFront();
      await tab.click(INPUT);
      await eventually(
        () => tab.press('Enter').then(draft),
        (left) => left === '',
      );
    },
    messages: () =>
      tab.evaluate(
        () =>
          [...document.querySelectorAll('.msg[data-type="message"]')].map((message) => ({
            from: message.querySelector('.from .user')?.textContent?.trim() ?? '',
            text: message.querySelector('.content')?.textContent?.trim() ?? '',
            links: [...message.querySelectorAll<HTMLAnchorElement>('.content a')].map(({ href }) => href),
          })),
        undefined,
      ),
    complaint: () =>
      tab.evaluate(() => document.querySelector('#user-visible-error')?.textContent?.trim() ?? '', undefined),
  };
}
