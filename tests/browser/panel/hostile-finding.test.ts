/** A page that knows how Gurn works finds none of its files, and nothing of the panel that stands in it. */
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/extension.ts';
import { openSettled } from './settled.ts';
import { openPanelStage, PANEL, type PanelStage } from './stage.ts';
import { chat } from './stage-pages.ts';

let stage: PanelStage;
let page: Page;
beforeAll(async () => {
  stage = await openPanelStage();
});
afterAll(() => stage.end());
afterEach(() => page.close());

/** Every sort of file that the build has, by its path in the package; of the many stickers and icons a few. */
async function builtFiles(): Promise<string[]> {
  const dist = resolve(process.env.GURN_DIST ?? 'dist');
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(dist.length + 1));
  const stickers = files.filter((file) => file.startsWith('starter/'));
  return [...files.filter((file) => !file.startsWith('starter/')), ...stickers.slice(0, 3)];
}

describe('a page cannot find Gurn', () => {
  it('where it is not switched on, by any file of the package', async () => {
    page = await stage.open(chat, stage.elsewhere);
    const base = `chrome-extension://${stage.world.gurn.id}`;
    const files = await builtFiles();
    expect(files).toContain('manifest.json');
    expect(files).toContain(PANEL);
    const found = await page.evaluate(
      async ({ root, names }) => {
        const seen: string[] = [];
        for (const file of names) {
          const url = `${root}/${file}`;
          await fetch(url).then(
            () => seen.push(`fetch ${file}`),
            () => undefined,
          );
          const tag = /\.js$/.test(file) ? 'script' : 'img';
          const element = Object.assign(document.createElement(tag), { src: url });
          const loaded = new Promise((resolve) => {
            element.onload = () => resolve(true);
            element.onerror = () => resolve(false);
          });
          document.body.append(element);
          if (await loaded) seen.push(`${tag} ${file}`);
        }
        return seen;
      },
      { root: base, names: files },
    );
    expect(found).toEqual([]);
    await page.evaluate((root) => {
      for (const file of ['src/pages/panel/index.html', 'src/popup/index.html']) {
        document.body.append(Object.assign(document.createElement('iframe'), { src: `${root}/${file}` }));
      }
    }, base);
    await eventually(() => page.frames().length === 3);
    await eventually(() => page.frames().every((frame) => !frame.url().startsWith(base)));
  });

  it('or look into the panel where it is: no window, no address, no tree, no entry of its loading', async () => {
    page = await stage.open(chat);
    await openSettled(stage, page);
    const seen = await page.evaluate(() => {
      const host = document.querySelector('[popover]');
      return {
        frames: window.length,
        tree: host?.shadowRoot ?? null,
        inside: host?.innerHTML,
        loaded: performance.getEntries().filter(({ name }) => name.startsWith('chrome-extension:')).length,
      };
    });
    expect(seen).toEqual({ frames: 0, tree: null, inside: '', loaded: 0 });
  });
});
