import { describe, expect, it } from 'vitest';
import { accepts, fileNameFor } from '../../../src/content/ladder/name.ts';

describe('the name of the file', () => {
  it('is the name of the meme, the token and the extension of its type', () => {
    expect(fileNameFor('smirk', 'image/gif', 'ab12')).toBe('smirk-ab12.gif');
    expect(fileNameFor('smirk', 'image/jpeg', 'ab12')).toBe('smirk-ab12.jpg');
  });

  it('has the extension of the bytes, not the one that the name claims', () => {
    expect(fileNameFor('smirk.PNG', 'image/webp', 'ab12')).toBe('smirk-ab12.webp');
  });

  it('keeps a dot that is no picture’s extension', () => {
    expect(fileNameFor('v1.0 is out', 'image/png', 'ab12')).toBe('v1.0 is out-ab12.png');
  });

  it('holds nothing that leads out of a folder or that a file system refuses', () => {
    expect(fileNameFor('../../etc/pass:wd?', 'image/png', 'ab12')).toBe('etc pass wd-ab12.png');
    expect(fileNameFor('a\u0000b\u202Ec', 'image/png', 'ab12')).toBe('a b c-ab12.png');
  });

  it('is never empty, nor longer than file systems take', () => {
    expect(fileNameFor(' .. ', 'image/png', 'ab12')).toBe('meme-ab12.png');
    const long = fileNameFor('😱'.repeat(300), 'image/png', 'ab12');
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(255);
    expect(long).toMatch(/^😱+-ab12\.png$/u);
  });
});

describe('a file input', () => {
  it.each(['', ' ', 'image/*', 'image/gif', '.gif', '.GIF', 'application/pdf, image/gif', '*/*', '.png,.jpg,.gif'])(
    'with accept="%s" takes a GIF',
    (accept) => expect(accepts(accept, 'image/gif')).toBe(true),
  );

  it.each(['.pdf', 'video/*', 'image/png', '.png,.jpg', 'application/gif'])('with accept="%s" takes no GIF', (accept) =>
    expect(accepts(accept, 'image/gif')).toBe(false),
  );

  it('takes a JPEG by either extension', () => {
    expect(accepts('.jpg', 'image/jpeg')).toBe(true);
    expect(accepts('.jpeg', 'image/jpeg')).toBe(true);
  });
});
