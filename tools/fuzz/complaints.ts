import type { Browser } from 'playwright-core';
import type { Target } from '../driver/target.ts';

export interface Complaints {
  /** Documents and workers that crashed: each by its address. */
  crashes(): readonly string[];
  /** Errors and warnings of the engine's document, each with how often it came. */
  said(): ReadonlyMap<string, number>;
}

interface Said {
  readonly type: string;
  readonly args: readonly { readonly value?: unknown; readonly description?: string }[];
}

interface Thrown {
  readonly exceptionDetails: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/** MediaPipe writes its log of starting up as warnings. */
const isOurs = (text: string): boolean => text.startsWith('Gurn:');

/** Listens from now on. */
export async function listenTo(browser: Browser, document: Target): Promise<Complaints> {
  const crashes: string[] = [];
  const said = new Map<string, number>();
  const note = (text: string): void => void said.set(text, (said.get(text) ?? 0) + 1);

  const session = await browser.newBrowserCDPSession();
  const addresses = new Map<string, string>();
  session.on('Target.targetCreated', ({ targetInfo }) => addresses.set(targetInfo.targetId, targetInfo.url));
  session.on('Target.targetCrashed', ({ targetId }) => crashes.push(addresses.get(targetId) ?? targetId));
  await session.send('Target.setDiscoverTargets', { discover: true });

  document.on(({ method, params }) => {
    if (method === 'Runtime.exceptionThrown') {
      const { exceptionDetails } = params as Thrown;
      note(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    if (method !== 'Runtime.consoleAPICalled') return;
    const { type, args } = params as Said;
    if (type !== 'error' && type !== 'warning') return;
    const text = args.map(({ value, description }) => String(value ?? description ?? '')).join(' ');
    if (isOurs(text)) note(text.split('\n', 1)[0] ?? '');
  });
  await document.send('Runtime.enable');
  return { crashes: () => crashes, said: () => said };
}
