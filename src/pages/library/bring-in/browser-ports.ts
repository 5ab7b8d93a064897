import browser from 'webextension-polyfill';
import { ask } from '../../../messages/index.ts';
import type { ImportPorts } from './ports.ts';

export const browserImports: ImportPorts = {
  wake: async () => void (await ask('imports.wake', {})),
  allow: (origins) => browser.permissions.request({ origins }),
  async granted(origins) {
    const answers = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
    return origins.filter((_, i) => answers[i]);
  },
};
