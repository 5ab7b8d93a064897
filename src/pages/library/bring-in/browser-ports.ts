import browser from 'webextension-polyfill';
import { ask } from '../../../messages/index.ts';
import { forgetAsking } from '../../../sites/index.ts';
import type { ImportPorts } from './ports.ts';

export const browserImports: ImportPorts = {
  wake: async () => void (await ask('imports.wake', {})),
  allow(origins) {
    // A site whose question the person did not answer must not be switched on by this answer.
    forgetAsking().catch((error: unknown) => console.error('Gurn: a question was not forgotten', error));
    return browser.permissions.request({ origins });
  },
  async granted(origins) {
    const answers = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
    return origins.filter((_, i) => answers[i]);
  },
};
