import type { JSX } from 'preact';
import { type SitePorts, SiteSwitches } from '../../ui/SiteSwitches.tsx';

export function SitesStep({ sites }: { sites: SitePorts }): JSX.Element {
  return (
    <>
      <p>
        There Gurn remembers where your cursor was, so that one click inserts. It reads no messages, and it never sends.
        Everywhere else it works when you click its icon. Other messengers are in the settings, any other site in those
        of the popup.
      </p>
      <SiteSwitches sites={sites} />
    </>
  );
}
