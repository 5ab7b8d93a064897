/** Another extension in the same browser, which asks for nothing and knows Gurn's id. */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MANIFEST = { manifest_version: 3, name: 'A stranger', version: '1', minimum_chrome_version: '130' };

/** Chromium names an extension without a key after its folder. */
const idOf = (folder: string): string =>
  [...createHash('sha256').update(folder).digest('hex').slice(0, 32)]
    .map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)))
    .join('');

/** Writes it into the folder. Returns the address of its page. */
export async function writeStranger(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>A stranger</title>');
  return `chrome-extension://${idOf(folder)}/page.html`;
}
