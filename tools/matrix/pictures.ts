/** The files of the matrix: real pictures, which a page can decode, made larger by bytes behind their end. */
import { createHash } from 'node:crypto';
import type { FileKind } from '../../tests/browser/insert/editors/index.ts';
import { KB100, MB8, type Sample } from '../../tests/browser/insert/rig/samples.ts';

type Format = Exclude<FileKind, 'large png'>;

/** Colour bars of 32×24 pixels, from ffmpeg; the GIF has two frames. */
const PICTURES: Readonly<Record<Format, string>> = {
  jpeg: [
    '/9j/4AAQSkZJRgABAgAAAQABAAD//gAQTGF2YzU5LjM3LjEwMAD/2wBDAAgYGBwYHCEhISEhISckJygoKCcnJycoKCgrKyszMzMrKysoKCsrMDAz',
    'Mzc5NzQ0MzQ5OTw8PEhIRUVUVFdnZ3z/xAB3AAEBAQEBAAAAAAAAAAAAAAAGCAEFAgEBAQEBAQAAAAAAAAAAAAAABQMCAAYQAAECBAUFAQEAAAAA',
    'AAAAAAACATERQQMEgRIycVFiIRQFwSIRAAEDAgQGAwEAAAAAAAAAAAECABEDIXKxMwQFgZExsjRhcURR/8AAEQgAGAAgAwEiAAIRAAMRAP/aAAwD',
    'AQACEQMRAD8AdKgHbtMxEqAdu0zA/wBtLCclM3deuvl5BnVRB1zYrgYqiDrmxXB6zYa1fGM1OnDNLc4E5LfC0JehUSPkYG3PTZlPvufqyZSzytVS',
    'pBkz/Zu+oqIkgnq4eUzKeb+XPXu4h5f3B2famKXm1OrGh83WtEWmZ+ftqVEpUQSAT3ki8v8A/9k=',
  ].join(''),
  png: [
    'iVBORw0KGgoAAAANSUhEUgAAACAAAAAYCAIAAAAUMWhjAAAACXBIWXMAAAABAAAAAQBPJcTWAAAAXElEQVR4nO2OwQ2AQAgEN/FFG1rH2Y4dWJ3u',
    'XS02otGfgF8T406GH2QAA41wgqt3gZOozn7YgAoFFFBAAQU+EbjmZheIx3EnPnEeki8EypS6PzBiTkWGmSnwg8ABEkLpkrlOc9QAAAAASUVORK5C',
    'YII=',
  ].join(''),
  gif: [
    'R0lGODlhIAAYAPcfMQAAAAAAvwA9ZwC8AAC+vQMDAwkJCSIj4j4Adr4Av76+vsC+AP//////////////////////////////////////////////',
    '////////////////////////////////////////////////////////////////////////////////////////////////////////////////',
    '////////////////////////////////////////////////////////////////////////////////////////////////////////////////',
    '////////////////////////////////////////////////////////////////////////////////////////////////////////////////',
    '////////////////////////////////////////////////////////////////////////////////////////////////////////////////',
    '////////////////////////////////////////////////////////////////////////////////////////////////////////////////',
    '////////////////////////////////////////////////////////////////////////////////////////////////////////////////',
    '////////////////////////////////////////////////////////////////////////////////////////////////////////////////',
    '////////////////////////////////////////////////////////////////////////////////////////////////////////////////',
    '/////////////////////////////////yH/C05FVFNDQVBFMi4wAwEAAAAh+QQEFAAfACwAAAAAIAAYAIMAAAAAAL8APWcAvAAAvr0DAwMJCQki',
    'I+I+AHa+AL++vr7AvgD///////////////8I2QAVCBy4oKBBAggTDljIMIHDhwcCDCRosGBChQwXPoQocaKCihYvEsiocWOCiB4/ghQ5kqTJkx0n',
    'glzAkuSAlyg9zqzp0mROmStF2sQZk2JFnhmJptwptOfGn0YPNk3qs6hApheHVl0aNKtTjlyPTm24VWdXjFSfWlUp1mtasGbboiWrNoDduwXy6n2p',
    'Vy/LAgru4u1bgC/hvwoEKF6smIHjx44RSJ4sGYDlywAMMGYMGTJlypgva97cuHPkz5VDZyZd2jTq1KFHkzZ9GrXq1axpM3iN4LaBgAAAIfkEBRQA',
    'DQAsAAAAACAAGAAACOgAAxxIQLDggIMIGyhsQIDAgocQFUicKLCgQYQHFzJ0CPHhRIoDLSbAmHFhw44ePyqoKJLkAI0nUapcGdKiS5gcO85kaZMk',
    'TpQLdta8iPGnTJU8iSY0mTMi0qEEbzIFKlTkSJ9Tj35MGhWrwpg6n1qV+rVpyq1QrxbNGhbtWK8bqYptCResU7d015aVq7JAw78ENBYooJGg4AIB',
    'EitW4Bdw4IWDCyc4rFixAQCYMwNAwLkzZwagQ4MWQLo06cuaMXv2LFq0adOoU6/u3Dr069KxNc/+XJvB7dOpVe/u7ft37sy7ERD/LSAgADs=',
  ].join(''),
  webp: [
    'UklGRvwAAABXRUJQVlA4IPAAAABQCACdASogABgAPpE4mUkloyIhMBgIALASCWwAnTKEdQeAfjpwwcCZFb9J/JnsAbYDmVf4BvN3WABDh90UAD1L',
    'NCBRn4ibJQCGowAA/vi6cJgVFEf/2whtT4K+1xaz/ASSoGvBu8kXciRM4a08Syi0+M6gwqB4M4nL+aHw23HXDtXq6Ch5zE/d7nbSoRnql6yDsLfa',
    'sRpKQhPYGv2UjgnWX9XqHhn2rn5//sQ8v/u2s4TsZzcDtBSX4iDiKJdzeQDeWcqtxKjz99RYJiuXvCfpFVw5MnI+1WvF5uqfWRYjwbGb6ave6Tfw',
    'BP2uGkNkAAA=',
  ].join(''),
};

/** No run of zeros, which a picture's decoder or a disk might squeeze; the same at every run. */
function paddingOf(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let state = size;
  for (let at = 0; at < size; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

/** The name tells the kinds apart: by it a file is known again that the editor has encoded anew. */
export function pictureOf(kind: FileKind): Sample {
  const format = kind === 'large png' ? 'png' : kind;
  const picture = Buffer.from(PICTURES[format], 'base64');
  const bytes = Buffer.concat([picture, paddingOf((kind === 'large png' ? MB8 : KB100) - picture.length)]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: `matrix ${kind}`, type: `image/${format}`, bytes, sha256 };
}
