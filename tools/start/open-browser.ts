/** Opens a browser with Gurn loaded on the demo chat, for a person to play with. Ends when the browser is closed. */

import { serveDemo } from '../demo-server.ts';
import { launchGurn } from '../driver/extension.ts';

export async function openBrowser(): Promise<void> {
  const demo = await serveDemo();
  const gurn = await launchGurn({ headless: false, camera: 'real', promptForCamera: true });
  const [page = await gurn.context.newPage()] = gurn.context.pages();
  await page.goto(`${demo.origin}/`);
  console.log(
    `Gurn runs at ${demo.origin}/: click its icon in the toolbar and make a face. Close the browser to stop.`,
  );
  await new Promise<void>((resolve) => gurn.context.once('close', () => resolve()));
  await demo.close();
}
