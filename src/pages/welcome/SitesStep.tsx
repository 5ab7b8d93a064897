import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Switch } from '../../ui/Switch.tsx';
import type { Site, WelcomePorts } from './ports.ts';

export function SitesStep({ ports }: { ports: WelcomePorts }): JSX.Element {
  return (
    <>
      <p>
        There Gurn remembers where your cursor was, so that one click inserts. It reads no messages, and it never sends.
        Everywhere else it works when you click its icon.
      </p>
      <div class="sites">
        {ports.sites.map((site) => (
          <SiteSwitch key={site.name} site={site} ports={ports} />
        ))}
      </div>
    </>
  );
}

function SiteSwitch({ site, ports }: { site: Site; ports: WelcomePorts }): JSX.Element {
  const [on, setOn] = useState(false);
  const [note, setNote] = useState('');
  useEffect(() => {
    ports.isOn(site).then(setOn, (error: unknown) => setNote(`Its state could not be read: ${String(error)}`));
  }, [ports, site]);

  const change = async (wanted: boolean): Promise<void> => {
    setOn(wanted);
    try {
      if (!wanted) await ports.switchOff(site);
      const granted = wanted && (await ports.switchOn(site));
      setOn(granted);
      setNote(wanted && !granted ? 'Not switched on: the browser was told no.' : '');
    } catch (error) {
      setOn(await ports.isOn(site));
      setNote(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div>
      <Switch label={site.name} on={on} onChange={(wanted) => void change(wanted)} />
      {note && (
        <p class="small quiet" role="status">
          {note}
        </p>
      )}
    </div>
  );
}
