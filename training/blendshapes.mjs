// MediaPipe's 52 blendshapes of the cached crops that lack them: the teacher's second half (see teachers.py).
//   node training/blendshapes.mjs ../shared/data        (resumes where it stopped; needs Chromium)
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const data = process.argv[2] ?? join(here, '../../shared/data');
const vision = join(here, '../node_modules/@mediapipe/tasks-vision');
const cropBytes = 112 * 112 * 3;
const headerBytes = 128;
const batch = 64;

const crops = openSync(join(here, '.cache/crops.npy'), 'r');
const count = (statSync(join(here, '.cache/crops.npy')).size - headerBytes) / cropBytes;
const wanted = readFileSync(join(here, '.cache/blendshapes.rows.txt'), 'utf8').trim().split('\n').map(Number);
const outPath = join(here, '.cache/blendshapes.part.f32');
const done = existsSync(outPath) ? Math.floor(statSync(outPath).size / (52 * 4)) : 0;
const out = openSync(outPath, 'a');

const types = { js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm', html: 'text/html' };
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const file = { '/': join(here, 'blendshapes.html'), '/model.task': join(data, 'peers/face_landmarker.task') }[path];
  const body = readFileSync(file ?? join(vision, path.replace('/vision/', '')));
  response.setHeader('content-type', types[path.split('.').pop() ?? ''] ?? types[path === '/' ? 'html' : 'wasm']);
  response.end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));

function readCrops(rows) {
  const bytes = Buffer.alloc(rows.length * cropBytes);
  rows.forEach((row, i) => {
    if (row >= count) throw new Error(`row ${row} is past the ${count} cached crops`);
    readSync(crops, bytes, i * cropBytes, cropBytes, headerBytes + row * cropBytes);
  });
  return bytes.toString('base64');
}

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => 'blendshapesOf' in window, undefined, { timeout: 60_000 });
  for (let start = done; start < wanted.length; start += batch) {
    const encoded = readCrops(wanted.slice(start, start + batch));
    const values = await page.evaluate((crops) => window.blendshapesOf(crops), encoded);
    writeSync(out, Buffer.from(Float32Array.from(values, (value) => value ?? Number.NaN).buffer));
    if ((start / batch) % 20 === 0) console.log(`${start} of ${wanted.length}`);
  }
} finally {
  await browser.close();
  server.close();
  closeSync(out);
  closeSync(crops);
}
