/** Deletions that an earlier page left behind. */
import type { Library } from '../library/index.ts';

/**
 * Carries out what a page that was closed in the moment of its undo left planned. A failure leaves it planned for the
 * next view, and is no reason not to open this one.
 */
export async function finishRemovals({ removals }: Pick<Library, 'removals'>): Promise<void> {
  try {
    await removals.finish();
  } catch (error) {
    console.error('Gurn: deletions of an earlier page could not be carried out', error);
  }
}
