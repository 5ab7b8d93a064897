/** The messengers where Gurn can be switched on, a switch each. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Switch } from './Switch.tsx';

export interface Site {
  readonly name: string;
  /** Match patterns. */
  readonly origins: readonly string[];
}

export interface SitePorts {
  readonly all: readonly Site[];
  isOn(site: Site): Promise<boolean>;
  /** Called in the click: the browser asks the person. Resolves to whether it was granted. */
  switchOn(site: Site): Promise<boolean>;
  switchOff(site: Site): Promise<void>;
}

export function SiteSwitches({ sites }: { sites: SitePorts }): JSX.Element {
  return (
    <div class="sites">
      {sites.all.map((site) => (
        <SiteSwitch key={site.name} site={site} sites={sites} />
      ))}
    </div>
  );
}

function SiteSwitch({ site, sites }: { site: Site; sites: SitePorts }): JSX.Element {
  const [on, setOn] = useState(false);
  const [note, setNote] = useState('');
  useEffect(() => {
    sites.isOn(site).then(setOn, (error: unknown) => setNote(`Its state could not be read: ${String(error)}`));
  }, [sites, site]);

  const change = async (wanted: boolean): Promise<void> => {
    setOn(wanted);
    try {
      if (!wanted) await sites.switchOff(site);
      const granted = wanted && (await sites.switchOn(site));
      setOn(granted);
      setNote(wanted && !granted ? 'Not switched on: the browser was told no.' : '');
    } catch (error) {
      setOn(await sites.isOn(site));
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
