import { render } from 'preact';
import { disableSite, enableSite, isEnabled, sites } from '../../sites/index.ts';
import { inTab, openPage, openTab, siteSettings } from '../../ui/browser-pages.ts';
import { askForCamera, cameraAccess } from '../../ui/camera-access.ts';
import { startPage } from '../../ui/Trouble.tsx';
import type { WelcomePorts } from './ports.ts';
import { Welcome } from './Welcome.tsx';

const ports: WelcomePorts = {
  cameraAccess,
  askForCamera,
  sites: [
    { name: 'Discord', origins: sites.discord },
    { name: 'Slack', origins: sites.slack },
  ],
  isOn: ({ origins }) => isEnabled(origins),
  switchOn: ({ origins }) => enableSite(origins),
  switchOff: ({ origins }) => disableSite(origins),
  openPage: (page) => inTab(openPage(page)),
  openSiteSettings: () => inTab(openTab(siteSettings())),
};

startPage(document.getElementById('root'), async (root) => render(<Welcome ports={ports} />, root));
