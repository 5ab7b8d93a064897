/**
 * `npm run bench:index [FOLDER]`: what it takes to search and embed pictures, once `npm run embed` has started. Without
 * a folder: sixty 640 px JPEGs cut from the photographs of @vladmandic/face-api. CPU time counts every process of the
 * tool, so that it says something on a busy machine too; images/s does not.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from '../tools/embed/bundle.ts';
import { findFiles } from '../tools/embed/find.ts';
import { Pool } from '../tools/embed/pool.ts';
import { DEFAULT_LIMIT_MS } from '../tools/embed/result.ts';
import { startServer } from '../tools/embed/server.ts';
import { cpuSeconds } from './cpu.ts';
import { writePictures } from './pictures.ts';

interface Totals {
  images: number;
  faces: number;
  withFaces: number;
  failed: number;
  looks: number;
}

async function picturesIn(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for await (const found of findFiles([folder], process.cwd())) {
    if ('error' in found) throw new Error(`${found.file}: ${found.error}`);
    paths.push(found.path);
  }
  if (paths.length === 0) throw new Error(`There are no pictures in ${folder}.`);
  return paths;
}

async function measure(paths: readonly string[]): Promise<void> {
  const workers = availableParallelism();
  await prepare();
  const server = await startServer();
  const pool = await Pool.start(server.origin, workers);
  try {
    const totals: Totals = { images: paths.length, faces: 0, withFaces: 0, failed: 0, looks: 0 };
    const [cpuBefore, before] = [cpuSeconds(), performance.now()];
    const left = [...paths];
    const work = async () => {
      for (let path = left.shift(); path; path = left.shift()) {
        const { address, withdraw } = server.offer(path);
        const reply = await pool.embed(address, DEFAULT_LIMIT_MS);
        withdraw();
        if ('error' in reply) {
          totals.failed += 1;
          continue;
        }
        totals.looks += reply.looks;
        totals.faces += reply.picture.faces.length;
        totals.withFaces += reply.picture.faces.length > 0 ? 1 : 0;
      }
    };
    await Promise.all(Array.from({ length: workers }, work));
    report(totals, (performance.now() - before) / 1000, cpuSeconds() - cpuBefore, workers);
  } finally {
    await pool.close();
    await server.close();
  }
}

function report({ images, faces, withFaces, failed, looks }: Totals, seconds: number, cpu: number, workers: number) {
  const each = (value: number, digits: number): string => (value / images).toFixed(digits);
  console.log(`${images} images, ${faces} faces in ${withFaces} of them, ${failed} failed; ${workers} workers`);
  console.log(`${(images / seconds).toFixed(1)} images/s, ${each(cpu * 1000, 1)} ms CPU an image`);
  console.log(`${each(looks, 2)} looks an image`);
}

const [given] = process.argv.slice(2);
const folder = given ?? (await mkdtemp(join(tmpdir(), 'gurn-bench-index-')));
try {
  if (!given) await writePictures(folder);
  await measure(await picturesIn(folder));
} finally {
  if (!given) await rm(folder, { recursive: true });
}
