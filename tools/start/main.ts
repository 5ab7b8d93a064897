/** `npm start` once packages are there: Chromium, build, then a browser to play with, or the self-demo. */
import { execFileSync } from 'node:child_process';
import { ensureChromium } from './install-chromium.ts';
import { openBrowser } from './open-browser.ts';
import { selfDemo } from './self-demo.ts';

const hasDisplay = (): boolean =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

async function main(): Promise<void> {
  process.env.CHROMIUM = ensureChromium();
  console.log('Building ...');
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  const headless = process.argv.includes('--headless') || !hasDisplay();
  await (headless ? selfDemo() : openBrowser());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
