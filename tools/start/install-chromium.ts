/** Finds Chromium, or installs it with the system's package manager where that is possible without asking. */
import { findChromium, NoChromiumError } from '../chromium.ts';
import { aptInstall, mayInstall } from './apt.ts';

/** @throws NoChromiumError where there is none and it cannot be installed: its message says what to install. */
export function ensureChromium(): string {
  try {
    return findChromium();
  } catch (error) {
    if (!(error instanceof NoChromiumError) || !mayInstall()) throw error;
    console.log('Installing Chromium (once) ...');
    aptInstall(['chromium']);
    return findChromium();
  }
}
