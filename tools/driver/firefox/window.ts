/** Firefox's own window: its toolbar, its popups, its permissions. Tests may reach into it; pages may not. */
import type { Browser, Page } from 'puppeteer-core';

/** One evaluation's answer, as WebDriver BiDi gives it. */
interface Answer {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/** What of puppeteer's BiDi browser is used beyond its public types: commands that it has no methods for. */
interface Connection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

const connectionOf = (browser: Browser): Connection =>
  (browser as unknown as { readonly connection: Connection }).connection;

/** The id by which BiDi knows a tab's document. */
const contextOf = (page: Page): string => (page.mainFrame() as unknown as { readonly _id: string })._id;

export interface FirefoxWindow {
  /** Runs an expression among the browser's own scripts; what it gives must be plain data. */
  evaluate(expression: string): Promise<unknown>;
  /** Sends a tab to an address without waiting: puppeteer hears nothing of an extension's pages. */
  navigate(page: Page, url: string): Promise<void>;
}

export async function windowOf(browser: Browser): Promise<FirefoxWindow> {
  const connection = connectionOf(browser);
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = result as { readonly contexts: readonly { readonly context: string; readonly url: string }[] };
  const main = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
  if (!main) throw new Error('Firefox shows no window.');
  return {
    async evaluate(expression) {
      const { result } = await connection.send('script.evaluate', {
        expression,
        target: { context: main.context },
        awaitPromise: true,
      });
      const answer = result as Answer;
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
      return answer.result?.value;
    },
    async navigate(page, url) {
      await connection.send('browsingContext.navigate', { context: contextOf(page), url, wait: 'none' });
    },
  };
}
