/** Adding a picture by right-click, undisturbed or not, and whether what was said of it is true. */
import { result, type SeenToast, toasts } from '../../browser/add/toasts.ts';
import { eventually } from '../../browser/support/eventually.ts';
import { chooseAdd } from './choose-add.ts';
import type { Picture, Stage } from './stage.ts';

/** Adds it, and returns what was said. */
export async function addUndisturbed(stage: Stage, picture: Picture): Promise<SeenToast> {
  await stage.fresh();
  await chooseAdd(stage, picture, -1);
  return result(stage.page);
}

/** What is said in the end; what stands there when nothing more is said. */
export async function saidAtLast(stage: Stage, timeout = 20_000): Promise<SeenToast | undefined> {
  const last = async () => (await toasts(stage.page)).at(-1);
  // Within five seconds the page shows that something is going on, or it will not.
  const first = await eventually(last, Boolean, 5000).catch(last);
  return first && eventually(last, (toast) => toast?.kind !== 'working', timeout).catch(last);
}

/** What was said against what the library holds, once that changes no more; returns what is wrong, a line each. */
export const judge = (stage: Stage, picture: Picture, said: SeenToast | undefined): Promise<string[]> => {
  const ask = () => judgeNow(stage, picture, said);
  return eventually(ask, (wrong) => wrong.length === 0, 5000).catch(ask);
};

async function judgeNow(stage: Stage, picture: Picture, said: SeenToast | undefined): Promise<string[]> {
  const { memes, broken, jobs } = await stage.held();
  const copies = memes.filter((id) => id === picture.id).length;
  const wrong = broken.map((id) => `broken: ${id}`);
  if (said === undefined && copies !== 0) wrong.push('added without a word');
  if (said?.kind === 'working') wrong.push('nothing more is said');
  if (said?.kind === 'done' && copies !== 1) wrong.push('said to be added, and it is not');
  if (said?.kind === 'error' && copies !== 0) wrong.push('said to be not added, and it is');
  const open = jobs.filter((state) => state !== 'asked');
  if (open.length > 0) wrong.push(`jobs left: ${open}`);
  return wrong;
}

/** Tries again what was not added, as the person is told to, and judges that too. */
export async function trySecond(stage: Stage, picture: Picture, wanted: 'done' | 'question'): Promise<string[]> {
  const again = await addUndisturbed(stage, picture);
  const wrong = await judge(stage, picture, again);
  return again.kind === wanted ? wrong : [`a second try said: ${again.text}`, ...wrong];
}
