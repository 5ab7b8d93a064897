/** What the welcome page needs of the world. */
import type { PageName } from '../../ui/browser-pages.ts';
import type { CameraAccess } from '../../ui/camera-access.ts';

export interface Site {
  readonly name: string;
  /** Match patterns. */
  readonly origins: readonly string[];
}

export interface WelcomePorts {
  cameraAccess(): Promise<CameraAccess>;
  askForCamera(): Promise<CameraAccess>;
  readonly sites: readonly Site[];
  isOn(site: Site): Promise<boolean>;
  /** Called in the click: the browser asks the person. Resolves to whether it was granted. */
  switchOn(site: Site): Promise<boolean>;
  switchOff(site: Site): Promise<void>;
  openPage(page: PageName): void;
  openSiteSettings(): void;
}
