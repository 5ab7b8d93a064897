import { render } from 'preact';
import { inTab, openPage, openTab, siteSettings } from '../../ui/browser-pages.ts';
import { firstSites } from '../../ui/browser-sites.ts';
import { askForCamera, cameraAccess } from '../../ui/camera-access.ts';
import { startPage } from '../../ui/Trouble.tsx';
import type { WelcomePorts } from './ports.ts';
import { Welcome } from './Welcome.tsx';

const ports: WelcomePorts = {
  cameraAccess,
  askForCamera,
  sites: firstSites,
  openPage: (page) => inTab(openPage(page)),
  openSiteSettings: () => inTab(openTab(siteSettings())),
};

startPage(document.getElementById('root'), async (root) => render(<Welcome ports={ports} />, root));
