/** Asks for an insertion, whatever becomes of the background meanwhile. */
import { type InsertReport, RequestError } from '../messages/index.ts';

/**
 * The browser may end the worker in the middle. Asked again with the same id, it goes on with the same insertion.
 *
 * @throws what the second call throws; RequestError of the first, when somebody answered it
 */
export async function askSurely(ask: (id: string) => Promise<InsertReport>): Promise<InsertReport> {
  const id = crypto.randomUUID();
  try {
    return await ask(id);
  } catch (error) {
    if (error instanceof RequestError && error.code !== 'no-answer') throw error;
    console.info('Gurn: the worker went away during an insertion; asking again.', error);
    return ask(id);
  }
}
