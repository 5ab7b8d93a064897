/** The content script: one per frame, in the extension's own world, where the page cannot reach it. */
import { serve } from '../messages/index.ts';
import { covers } from '../messages/patterns.ts';
import { Inserter } from './inserter.ts';
import { Panel } from './panel/index.ts';
import { isAlive } from './roots.ts';
import { dismissToasts, showToast } from './toast/index.ts';
import { ComposerTracker } from './tracker.ts';

/** Set on this world's global object by the script that is at work here. */
const MARK = Symbol.for('gurn.content');

const world = globalThis as { [MARK]?: () => boolean };

function start(): void {
  const tracker = new ComposerTracker();
  const inserter = new Inserter(tracker);
  const panel = new Panel(tracker);
  const stopServing = serve('content', {
    'composer.find': () => tracker.candidate(),
    'composer.insert': (request) => inserter.insert(request),
    'toast.show': (toast) => {
      showToast(toast);
      return {};
    },
    'composer.keep': () => {
      tracker.keep();
      return {};
    },
    'composer.resume': () => {
      tracker.resume();
      return {};
    },
    'panel.open': ({ secret, frame }) => ({ open: panel.toggle(secret, frame) }),
    'panel.close': () => {
      panel.close();
      return {};
    },
    'sites.off': ({ origins }) => {
      if (covers(origins, `${self.origin}/`)) leave();
      return {};
    },
  });
  world[MARK] = isAlive;

  /** The site was switched off: nothing of Gurn stays in it. */
  function leave(): void {
    panel.close();
    dismissToasts();
    tracker.stop();
    stopServing();
    delete world[MARK];
  }
}

// It is injected whenever the user acts: the first one stays, unless the extension was reloaded under it.
if (!world[MARK]?.()) start();
