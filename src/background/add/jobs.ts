/** The additions under way, on disk: the worker may be killed between any two steps. */
import * as v from 'valibot';
import { MemeId, Uuid } from '../../messages/payloads.ts';

/**
 * - `fetching`: nothing is stored yet.
 * - `indexing`: the picture is in the inbox (`inbox`), to be searched and moved into the library.
 * - `asked`: no face was found; it waits in the inbox for "Add anyway". `told`: the page shows the question.
 */
const Job = v.variant('state', [
  v.strictObject({ state: v.literal('fetching'), id: Uuid, tab: v.number() }),
  v.strictObject({
    state: v.literal('indexing'),
    id: Uuid,
    tab: v.number(),
    inbox: Uuid,
    meme: MemeId,
    evenWithoutFace: v.boolean(),
  }),
  v.strictObject({
    state: v.literal('asked'),
    id: Uuid,
    tab: v.number(),
    inbox: Uuid,
    meme: MemeId,
    told: v.optional(v.boolean(), true),
  }),
]);
export type Job = v.InferOutput<typeof Job>;
export type StoredJob = Extract<Job, { inbox: string }>;

const PREFIX = 'add:';

/** What is asked of `chrome.storage.local`. */
export type Store = Pick<chrome.storage.StorageArea, 'get' | 'set' | 'remove'>;

export interface Jobs {
  save(job: Job): Promise<void>;
  close(job: Pick<Job, 'id'>): Promise<void>;
  list(): Promise<Job[]>;
  /** The job of a worker that is dead, or only waits; one that this worker works on is not among them. */
  left(): Promise<Job[]>;
}

export function createJobs(store: Store): Jobs {
  const mine = new Set<string>();
  const list = async (): Promise<Job[]> => {
    const all = await store.get(null);
    const kept = Object.entries(all).filter(([key]) => key.startsWith(PREFIX));
    return kept.map(([, value]) => v.safeParse(Job, value)).flatMap((job) => (job.success ? [job.output] : []));
  };
  return {
    list,
    async save(job) {
      mine.add(job.id);
      await store.set({ [PREFIX + job.id]: job });
    },
    close: ({ id }) => store.remove(PREFIX + id),
    left: async () => (await list()).filter(({ id }) => !mine.has(id)),
  };
}
