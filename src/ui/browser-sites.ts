/** The site switches in a real browser. */
import {
  disableSite,
  enableSite,
  first,
  isEnabled,
  messengers,
  onSitesChanged,
  otherSites,
  siteOf,
} from '../sites/index.ts';
import { browserShortcut } from './browser-shortcut.ts';
import type { Site, SitePorts } from './SiteSwitches.tsx';

const ports = (list: () => Promise<readonly Site[]>): SitePorts => ({
  list,
  shortcut: browserShortcut,
  isOn: ({ origins }) => isEnabled(origins),
  switchOn: ({ origins }) => enableSite(origins),
  switchOff: ({ origins }) => disableSite(origins),
  onChange: onSitesChanged,
});

/** The two that the welcome page offers. */
export const firstSites: SitePorts = ports(async () => first);

/** Every messenger known by name, and what else was switched on. */
export const browserSites: SitePorts = ports(async () => [...messengers, ...(await otherSites())]);

/** The site of this address alone; none where it is no web page. */
export const siteAt = (address: () => Promise<string | undefined>): SitePorts =>
  ports(async () => {
    const site = siteOf((await address()) ?? '');
    return site ? [{ ...site, name: `On ${site.name}` }] : [];
  });
