/** imgflip's list of popular templates, as its public `get_memes` gives it: https://imgflip.com/api */
import * as v from 'valibot';
import type { NewItem } from './turn.ts';

/** Public, without a key. */
export const IMGFLIP_LIST = 'https://api.imgflip.com/get_memes';
/** Where its pictures are. */
export const IMGFLIP_PICTURES = 'https://i.imgflip.com/*';

/** Far more than the hundred that it gives: a list that is longer is none of imgflip's. */
const MOST = 5000;

const Reply = v.variant('success', [
  v.object({
    success: v.literal(true),
    data: v.object({
      memes: v.pipe(
        v.array(v.object({ name: v.pipe(v.string(), v.maxLength(1000)), url: v.pipe(v.string(), v.maxLength(4000)) })),
        v.maxLength(MOST),
      ),
    }),
  }),
  v.object({ success: v.literal(false), error_message: v.optional(v.string()) }),
]);

/** A list that is not what imgflip promises. `message` can be shown to a person. */
export class TemplatesError extends Error {
  override readonly name = 'TemplatesError';
  readonly code = 'not-a-list';
}

/** The pictures of the list, to be fetched. @throws TemplatesError */
export function templatesIn(text: string): NewItem[] {
  const reply = v.safeParse(Reply, parsed(text));
  if (!reply.success) throw new TemplatesError('imgflip sent something else than its list of templates. Try later.');
  if (!reply.output.success) {
    throw new TemplatesError(
      `imgflip does not give its list: ${reply.output.error_message?.slice(0, 200) ?? 'no reason'}`,
    );
  }
  return reply.output.data.memes.map(({ name, url }) => {
    const item = { name: name.trim() || 'A template', source: url };
    return URL.canParse(url) ? item : { ...item, reason: 'imgflip gives no address for it.' };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TemplatesError('imgflip sent something else than its list of templates. Try later.', { cause: error });
  }
}
