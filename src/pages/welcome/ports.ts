/** What the welcome page needs of the world. */
import type { PageName } from '../../ui/browser-pages.ts';
import type { CameraAccess } from '../../ui/camera-access.ts';
import type { SitePorts } from '../../ui/SiteSwitches.tsx';

export interface WelcomePorts {
  cameraAccess(): Promise<CameraAccess>;
  askForCamera(): Promise<CameraAccess>;
  readonly sites: SitePorts;
  openPage(page: PageName): void;
  openSiteSettings(): void;
}
