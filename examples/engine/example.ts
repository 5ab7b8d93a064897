/** The engine on a plain page: pictures are indexed, a face (of the camera, or of a picture clicked) ranks them. */
import {
  createEngine,
  createMatcher,
  type Embedding,
  type Engine,
  type NamedExpression,
} from '../../src/engine/index.ts';
import { element } from './element.ts';
import { drawLook } from './view.ts';
import { frames } from './webcam.ts';

interface Picture {
  readonly name: string;
  readonly item: HTMLLIElement;
  readonly caption: HTMLElement;
}

const status = element('status', HTMLParagraphElement);
const files = element('files', HTMLInputElement);
const camera = element('camera', HTMLButtonElement);
const list = element('matches', HTMLOListElement);
const words = element('expressions', HTMLParagraphElement);
const hint = element('hint', HTMLParagraphElement);

const matcher = createMatcher();
const pictures = new Map<string, Picture>();

function say(expressions: readonly NamedExpression[]): void {
  words.textContent = expressions
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ');
}

/** Puts the pictures in the order of their distance to `embedding`. */
function rank(engine: Engine, embedding: Embedding): void {
  for (const { meme, distance } of matcher.search(embedding, pictures.size)) {
    const picture = pictures.get(meme);
    if (!picture) continue;
    picture.caption.textContent = `${Math.round(engine.closeness(distance))} of 100 farther · ${distance.toFixed(2)}`;
    list.append(picture.item);
  }
  say(engine.name(embedding));
}

function show(file: File): Picture {
  const item = document.createElement('li');
  const caption = document.createElement('figcaption');
  const image = document.createElement('img');
  image.src = URL.createObjectURL(file);
  image.alt = file.name;
  const figure = document.createElement('figure');
  figure.append(image, caption);
  const button = document.createElement('button');
  button.type = 'button';
  button.append(figure);
  item.append(button);
  list.append(item);
  return { name: file.name, item, caption };
}

async function add(engine: Engine, file: File): Promise<void> {
  const id = `${file.name} ${pictures.size}`;
  const picture = show(file);
  try {
    const { faces } = await engine.index(file);
    pictures.set(id, picture);
    for (const [i, { embedding }] of faces.entries()) matcher.set({ key: `${id} ${i}`, meme: id, vector: embedding });
    picture.caption.textContent = faces.length === 1 ? '1 face' : `${faces.length} faces`;
    const [largest] = faces;
    if (largest) picture.item.addEventListener('click', () => rank(engine, largest.embedding));
  } catch (error) {
    picture.caption.textContent = error instanceof Error ? error.message : String(error);
  }
}

async function watch(engine: Engine): Promise<void> {
  camera.disabled = true;
  for await (const video of frames()) {
    const look = await engine.look(video);
    if (!look) continue;
    hint.hidden = true;
    drawLook(video, look);
    const { detect, align, embed } = look.timings;
    status.textContent = `${look.faces.length || 'No'} face in view · ${Math.round(detect + align + embed)} ms a frame`;
    if (look.embedding) rank(engine, look.embedding);
  }
}

function complain(error: unknown): void {
  status.textContent = error instanceof Error ? error.message : String(error);
  camera.disabled = false;
}

async function main(): Promise<void> {
  const engine = await createEngine({
    assets: './',
    onProgress: ({ progress }) => {
      status.textContent = `Loading the models… ${Math.round(100 * progress)} %`;
    },
  });
  status.textContent = `Ready, on ${engine.backend}.`;
  files.disabled = false;
  camera.disabled = false;
  camera.addEventListener('click', () => void watch(engine).catch(complain));
  files.addEventListener('change', async () => {
    for (const file of files.files ?? []) await add(engine, file);
  });
}

main().catch(complain);
