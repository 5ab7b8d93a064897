/** A screen for Firefox on a machine without one: headless it has no WebGL, which the face detector needs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { onPath } from '../../firefox.ts';

export interface Display {
  readonly env: Readonly<Record<string, string>>;
  close(): void;
}

/** Xvfb names the display that it found free on its third file descriptor. */
function displayOf(xvfb: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    xvfb.once('error', reject);
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a display.`)));
    xvfb.stdio[3]?.once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`));
  });
}

/** @returns a screen of its own; `undefined` where there is no Xvfb to make one */
export async function openDisplay(): Promise<Display | undefined> {
  const program = onPath(['Xvfb']);
  if (!program) return undefined;
  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const xvfb = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await displayOf(xvfb);
  return { env: { DISPLAY: display }, close: () => void xvfb.kill() };
}
