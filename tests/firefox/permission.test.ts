/** Firefox with its own fake camera, and its own question that nobody answers. */
import { afterEach, it } from 'vitest';
import { type FirefoxGurn, launchFirefox } from '../../tools/driver/firefox/extension.ts';
import type { Popup } from '../../tools/driver/firefox/popup.ts';
import { eventually } from '../browser/support/eventually.ts';

let gurn: FirefoxGurn;
afterEach(() => gurn.close());

const wordsIn = (popup: Popup): Promise<string> => popup.evaluate(({ document }) => document.body.innerText);

it('says in the popup that the camera was not allowed, and leads to where it can be', async () => {
  gurn = await launchFirefox({ promptForCamera: true });
  const popup = await gurn.clickToolbar(await gurn.browser.newPage());
  await eventually(
    () => wordsIn(popup),
    (words) => words.includes('Allow the camera'),
  );
});
