/** Names every face of the library: half a second of arithmetic for 60,000, away from what a person scrolls. */
import '../../../seal/worker.ts';
import { type Face, openLibrary } from '../../../library/index.ts';
import type { Expressions } from '../../../ui/expressions.ts';
import { wornBy } from './insight.ts';
import type { SurveyReply } from './survey.ts';

async function surveyed(expressions: Expressions): Promise<SurveyReply> {
  try {
    const library = await openLibrary();
    const ofMeme = new Map<string, Face[]>();
    for (const face of await library.faces.all()) {
      const faces = ofMeme.get(face.meme);
      if (faces) faces.push(face);
      else ofMeme.set(face.meme, [face]);
    }
    library.close();
    return { worn: new Map([...ofMeme].map(([meme, faces]) => [meme, wornBy(expressions, faces)])) };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

self.onmessage = async ({ data }: MessageEvent<Expressions>) => self.postMessage(await surveyed(data));
