/** What holds of every pack, however it was made. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { importPack, readPack, sourcesOf, writePack } from '../../../src/library/packs/index.ts';
import { LIMITS } from '../../../src/library/packs/limits.ts';
import { Manifest, PackedMeme } from '../../../src/library/packs/manifest.ts';
import { isPackName } from '../../../src/library/packs/names.ts';
import { isPlain, plain } from '../../../src/library/packs/text.ts';
import { encode, isSound, ROW, rowOf } from '../../../src/library/packs/vectors.ts';
import { freshName, meme, open } from '../library/support.ts';
import { bytesOf, type Files, sha256, textOf, unzip, zip } from '../packs/forge.ts';
import {
  collector,
  contents,
  detected,
  drawn,
  exported,
  filled,
  MODEL,
  OPTIONS,
  picture,
  taught,
} from '../packs/support.ts';
import { valuesOf } from './arbitrary.ts';
import { edited, edits } from './edits.ts';
import { runs } from './seed.ts';

/** Texts as pages and file names have them: anything, halves of characters and control characters too. */
const texts = (maxLength: number) => fc.string({ unit: 'binary', maxLength });
const faces = fc.array(fc.tuple(fc.constantFrom(detected, drawn, taught), fc.nat(500)), { maxLength: 3 });
const pictures = fc.uniqueArray(
  fc.record({
    seed: fc.nat(6_000),
    name: texts(30),
    title: texts(30),
    source: texts(30),
    tags: fc.array(texts(8), { maxLength: 4 }),
    faces,
  }),
  { selector: ({ seed }) => seed, minLength: 1, maxLength: 4 },
);

async function libraryOf(name: string, all: typeof pictures extends fc.Arbitrary<infer T> ? T : never) {
  const library = await open(name);
  for (const { seed, faces: some, ...fields } of all) {
    await library.memes.add({
      meme: meme({ ...fields, type: 'image/png', indexed: MODEL }),
      bytes: new Blob([picture(seed)]),
      faces: some.map(([make, face]) => make(face)),
    });
  }
  return library;
}

describe('a pack of any memes', () => {
  it('can be read again, brings their pictures and faces to the bit, and changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(pictures, async (all) => {
        const [from, to] = [freshName(), freshName()];
        const library = await libraryOf(from, all);
        const { sink, blob } = collector();
        const written = await writePack(sink, sourcesOf(library), OPTIONS);
        expect(written).toMatchObject({ memes: all.length, leftOut: [] });

        const target = await open(to);
        await importPack(target, blob(), MODEL);
        const [was, is] = [await contents(from), await contents(to)];
        expect(is.pictures).toEqual(was.pictures);
        expect(is.faces).toEqual(was.faces);
        for (const [i, { name, title, source, tags }] of is.memes.entries()) {
          const old = was.memes[i];
          expect([name, title, source, ...tags].every(isPlain)).toBe(true);
          expect(name).toBe(plain(old?.name ?? '', LIMITS.name));
          expect(tags).toEqual(old?.tags.map((tag) => plain(tag, LIMITS.tag)).filter(Boolean));
        }

        const { outcomes } = await importPack(target, blob(), MODEL);
        expect(outcomes.same).toHaveLength(all.length);
        expect(await contents(to)).toEqual(is);
      }),
      runs(0.5),
    );
  }, 120_000);
});

describe('a pack that was changed', () => {
  const before = freshName();
  let files: Files;
  let bytes: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    await filled(before, 2, 100);
    const pack = await exported(await filled(freshName(), 4));
    files = await unzip(pack);
    bytes = await bytesOf(pack);
  });

  /** Whether a pack was taken; if not, nothing may have changed, and a person must be told. */
  async function isTaken(pack: Blob): Promise<boolean> {
    const library = await open(before);
    const was = await contents(before);
    try {
      await readPack(pack);
    } catch (error) {
      await expect(importPack(library, pack, MODEL)).rejects.toMatchObject({ name: 'PackError' });
      expect(error).toMatchObject({ name: 'PackError', message: expect.stringMatching(/^[A-Z].+[.)]$/s) });
      expect(await contents(before)).toEqual(was);
      return false;
    }
    return true;
  }

  /** What may be stored of a pack, whatever was done to it: each picture its own, each face a vector of use. */
  async function expectSound(pack: Blob): Promise<void> {
    for (const { record, bytes: own, faces: some } of (await readPack(pack)).memes) {
      expect(sha256(await bytesOf(own))).toBe(record.id);
      expect([record.name, record.title, record.source, ...record.tags].every(isPlain)).toBe(true);
      for (const face of some) expect(isSound(face, face.embedding)).toBe(true);
    }
    await importPack(await open(), pack, MODEL);
  }

  it('anywhere in its list is refused as a whole, or is another sound pack', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 3 }), async (changes) => {
        const list = changes.reduce<unknown>((value, edit) => edited(value, edit), JSON.parse(textOf(files)));
        const pack = await zip(new Map(files).set('manifest.json', new TextEncoder().encode(JSON.stringify(list))));
        if (await isTaken(pack)) await expectSound(pack);
        else refused += 1;
      }),
      runs(2),
    );
    expect(refused).toBeGreaterThan(20);
  }, 120_000);

  it('anywhere in its bytes is refused as a whole, or is another sound pack', async () => {
    const change = fc.record({ at: fc.nat(100_000), gone: fc.nat(40), come: fc.uint8Array({ maxLength: 40 }) });
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const parts = changes.reduce<readonly number[]>(
          (all, { at, gone, come }) => all.toSpliced(at % (all.length + 1), gone, ...come),
          [...bytes],
        );
        const pack = new Blob([Uint8Array.from(parts)]);
        if (await isTaken(pack)) await expectSound(pack);
        else refused += 1;
      }),
      runs(2),
    );
    expect(refused).toBeGreaterThan(20);
  }, 120_000);
});

describe('the parts of a pack:', () => {
  it('text is plain after it was made so, no longer than allowed, and making it so again changes nothing', () => {
    fc.assert(
      fc.property(texts(40), fc.integer({ min: 1, max: 30 }), (text, length) => {
        const made = plain(text, length);
        expect(isPlain(made)).toBe(true);
        expect(made.length).toBeLessThanOrEqual(length);
        expect(plain(made, length)).toBe(made);
      }),
      runs(20),
    );
  });

  it('a name that is allowed stays within the pack', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `images/${text}.png`),
        ),
        (name) => {
          if (isPackName(name))
            expect(name).toMatch(/^(manifest\.json|vectors\.f32|images\/[0-9a-f]{64}\.[a-z]{3,4})$/);
        },
      ),
      runs(5),
    );
  });

  it('vectors come back as they were, in rows of their own', () => {
    const vectors = fc.array(fc.float32Array({ minLength: 64, maxLength: 64 }), { maxLength: 4 });
    fc.assert(
      fc.property(vectors, (all) => {
        const bytes = encode(all);
        expect(bytes).toHaveLength(all.length * ROW);
        const view = new DataView(bytes.buffer);
        for (const [row, vector] of all.entries()) expect(rowOf(view, row)).toEqual(new Float32Array(vector));
      }),
    );
  });

  it('a vector is sound only where it is a point of the sphere, or of the ball for a mean', () => {
    const vector = fc.float32Array({ minLength: 64, maxLength: 64 });
    const origin = fc.constantFrom('detected', 'drawn', 'placed', 'taught');
    fc.assert(
      fc.property(vector, origin, fc.double(), (numbers, of, spread) => {
        if (!isSound({ origin: of, spread }, new Float32Array(numbers))) return;
        const length = Math.hypot(...numbers);
        expect(length).toBeLessThanOrEqual(1.002);
        if (of === 'detected' || of === 'drawn') expect(spread).toBe(0);
      }),
      runs(5),
    );
  });

  it('whatever the list may hold comes out of JSON as it went in', () => {
    fc.assert(
      fc.property(valuesOf(PackedMeme), (packed) => {
        expect(JSON.parse(JSON.stringify(packed))).toEqual(packed);
      }),
    );
    expect(Manifest.type).toBe('strict_object');
  });
});
