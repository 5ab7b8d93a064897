/** An extension whose popup shows a word and does nothing: what any popup's opening costs in this browser. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchGurn } from '../../tools/driver/extension.ts';
import { close, now, untilPainted } from './opening.ts';

const MANIFEST = {
  manifest_version: 3,
  name: 'Blank',
  version: '1',
  action: { default_popup: 'src/popup/index.html' },
  background: { service_worker: 'worker.js' },
};
/** The word carries `elementtiming`, as the first match's picture does in Gurn's popup. */
const POPUP = '<!doctype html><title>Blank</title><p elementtiming="word">Blank</p>';

/** Some popups that open right after another one are there at once; a person's are not like that (ms). */
const REST_MS = 1_500;

/** Milliseconds from each of so many clicks until the word is painted; the first, which starts processes, is left out. */
export async function blankStarts(times: number): Promise<number[]> {
  const dist = await mkdtemp(join(tmpdir(), 'gurn-blank-'));
  await mkdir(join(dist, 'src/popup'), { recursive: true });
  await writeFile(join(dist, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(dist, 'worker.js'), '');
  await writeFile(join(dist, 'src/popup/index.html'), POPUP);
  const blank = await launchGurn({ dist });
  try {
    const page = await blank.context.newPage();
    await page.goto('data:text/html,<title>A page</title>');
    const starts: number[] = [];
    for (let time = 0; time <= times; time += 1) {
      await pause(REST_MS);
      let clicked = Number.NaN;
      const popup = await blank.clickToolbar(page, () => {
        clicked = now();
      });
      const { match } = await popup.evaluate(untilPainted);
      await popup.detach();
      await close(blank);
      if (time > 0) starts.push((match ?? Number.NaN) - clicked);
    }
    return starts;
  } finally {
    await blank.close();
    await rm(dist, { recursive: true, force: true });
  }
}
