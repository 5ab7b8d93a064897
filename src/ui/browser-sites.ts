/** The site switches in a real browser. */
import { disableSite, enableSite, isEnabled, sites } from '../sites/index.ts';
import type { SitePorts } from './SiteSwitches.tsx';

export const browserSites: SitePorts = {
  all: [
    { name: 'Discord', origins: sites.discord },
    { name: 'Slack', origins: sites.slack },
  ],
  isOn: ({ origins }) => isEnabled(origins),
  switchOn: ({ origins }) => enableSite(origins),
  switchOff: ({ origins }) => disableSite(origins),
};
