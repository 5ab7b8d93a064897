/** Fills the library with made-up memes. Runs in a page of the extension: nothing from outside may be named here. */

export interface Wanted {
  readonly memes: number;
  readonly faces: number;
  readonly model: string;
  /** Mean embeddings: faces are made around them, so that each wears a named expression. */
  readonly means: readonly (readonly number[])[];
}

export async function seedLibrary({ memes, faces, model, means }: Wanted): Promise<void> {
  const MOODS = ['grumpy', 'happy', 'smirking', 'shocked', 'sleepy', 'angry', 'confused', 'proud', 'tired', 'gleeful'];
  const WHO = ['cat', 'dog', 'boss', 'toddler', 'wizard', 'programmer', 'uncle', 'robot', 'teacher', 'frog', 'queen'];
  const WHAT = ['on Monday', 'at lunch', 'in a meeting', 'after deploy', 'before coffee', 'with cake', 'in the rain'];
  const TAGS = ['work', 'cat', 'dog', 'film', 'series', 'sport', 'politics', 'school', 'food', 'music', 'old', 'best'];
  const VARIANTS = 48;
  const BATCH = 250;
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  async function draw(width: number, height: number, hue: number, type: string): Promise<ArrayBuffer> {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    const gradient = context.createLinearGradient(0, 0, width, height);
    gradient.addColorStop(0, `hsl(${hue} 60% 75%)`);
    gradient.addColorStop(1, `hsl(${hue + 60} 60% 45%)`);
    context.fillStyle = gradient;
    context.fillRect(0, 0, width, height);
    for (let face = 0; face < 3; face += 1) {
      const [x, y, r] = [((face + 0.5) * width) / 3, height / 2, width / 8];
      context.fillStyle = `hsl(${(hue * 3) % 360} 50% 80%)`;
      context.beginPath();
      context.arc(x, y, r, 0, 7);
      context.fill();
      context.fillStyle = '#222';
      for (const dx of [-0.4, 0.4]) context.fillRect(x + dx * r, y - 0.3 * r, r * 0.15, r * 0.25);
      context.fillRect(x - 0.4 * r, y + 0.35 * r, r * 0.8, r * (0.1 + 0.3 * ((hue / 7) % 1)));
    }
    return (await canvas.convertToBlob({ type, quality: 0.8 })).arrayBuffer();
  }

  const variants: { jpeg: ArrayBuffer; thumb: ArrayBuffer }[] = [];
  for (let i = 0; i < VARIANTS; i += 1) {
    const hue = (i * 360) / VARIANTS;
    variants.push({ jpeg: await draw(480, 360, hue, 'image/jpeg'), thumb: await draw(256, 192, hue, 'image/webp') });
  }

  const near = (mean: readonly number[]): Float32Array<ArrayBuffer> => {
    const vector = Float32Array.from(mean, (value) => value + (random() - 0.5) * 0.35);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  };

  const db = await done(indexedDB.open('gurn'));
  let madeFaces = 0;
  for (let first = 0; first < memes; first += BATCH) {
    const whole = [];
    for (let i = first; i < Math.min(memes, first + BATCH); i += 1) {
      const { jpeg, thumb } = pick(variants);
      const bytes = new Blob([jpeg, new Uint32Array([i])], { type: 'image/jpeg' });
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
      const id = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
      whole.push({ id, bytes, thumb: new Blob([thumb], { type: 'image/webp' }), index: i });
    }
    const tx = db.transaction(['memes', 'bytes', 'thumbs', 'faces'], 'readwrite', { durability: 'relaxed' });
    for (const { id, bytes, thumb, index } of whole) {
      const count = random() < 0.5 ? 0 : Math.floor(random() * 20);
      tx.objectStore('memes').put({
        id,
        name: `${pick(MOODS)} ${pick(WHO)} ${pick(WHAT)} ${index}`,
        source: `https://example.org/${pick(WHO)}/${index} (downloaded)`,
        title: `${pick(WHO)} pictures, part ${1000 + (index % 100)}.`,
        tags: [...new Set([pick(TAGS), pick(TAGS)])],
        type: 'image/jpeg',
        size: bytes.size,
        width: 480,
        height: 360,
        animated: index % 10 === 0,
        added: 1_700_000_000_000 + index * 1000,
        used: { count, last: count ? 1_710_000_000_000 + Math.floor(random() * 1e9) : 0 },
        indexed: model,
        fingerprint: id.slice(0, 16),
      });
      tx.objectStore('bytes').put(bytes, id);
      tx.objectStore('thumbs').put(thumb, id);
      // One in twenty has no face; the others share the rest.
      const share = index % 20 === 0 ? 0 : Math.round(((index + 1) / memes) * faces) - madeFaces;
      for (let face = 0; face < share; face += 1) {
        tx.objectStore('faces').add({
          meme: id,
          origin: 'detected',
          frame: 0,
          box: [20 + (face % 3) * 160, 120, 120, 120],
          score: 0.9,
          embedding: near(pick(means)),
          spread: 0,
          model,
        });
      }
      madeFaces += share;
    }
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error);
    });
  }
  db.close();
}
