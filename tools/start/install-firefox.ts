/** Finds Firefox and a screen for it, or installs them with the system's package manager where that may be done. */
import { findFirefox, NoFirefoxError, onPath } from '../firefox.ts';
import { aptInstall, mayInstall } from './apt.ts';

/** Headless Firefox has no WebGL, without which the face detector does not start. */
const hasScreen = (): boolean => process.platform !== 'linux' || onPath(['Xvfb']) !== undefined;

function isThere(): boolean {
  try {
    findFirefox();
    return hasScreen();
  } catch (error) {
    if (error instanceof NoFirefoxError) return false;
    throw error;
  }
}

/** @throws NoFirefoxError where they are missing and cannot be installed: its message says what to install. */
export function ensureFirefox(): void {
  if (isThere()) return;
  if (!mayInstall()) throw new NoFirefoxError();
  console.log('Installing Firefox and a virtual screen (once) ...');
  aptInstall(['firefox-esr', 'xvfb']);
  if (!isThere()) throw new NoFirefoxError();
}
