/** What the service worker can do, as a table. It keeps nothing in memory that it cannot lose. */
import { serve } from '../messages/index.ts';
import { ensureOffscreen } from './offscreen.ts';

serve('background', {
  'engine.ensure': async () => {
    await ensureOffscreen();
    return {};
  },
  insert: () => ({ outcome: 'no-composer', reason: '' }),
  'add.confirm': () => {
    throw new Error('');
  },
});
