/** Sites where Gurn can be switched on, a switch each. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Shortcut, type ShortcutPorts } from './Shortcut.tsx';
import { Switch } from './Switch.tsx';

export interface Site {
  readonly name: string;
  /** Match patterns. */
  readonly origins: readonly string[];
}

export interface SitePorts {
  list(): Promise<readonly Site[]>;
  isOn(site: Site): Promise<boolean>;
  /** Called in the click: the browser asks the person. Resolves to whether it was granted. */
  switchOn(site: Site): Promise<boolean>;
  switchOff(site: Site): Promise<void>;
  /** Calls when a switch or a grant has changed, here or elsewhere. Returns what ends that. */
  onChange(listener: () => void): () => void;
  readonly shortcut: ShortcutPorts;
}

export function SiteSwitches({ sites }: { sites: SitePorts }): JSX.Element {
  const [shown, setShown] = useState<readonly Site[]>([]);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    sites.list().then(
      // What is switched off here stays, so that it can be switched on again.
      (now) => setShown((before) => [...before, ...now.filter(({ name }) => !before.some((one) => one.name === name))]),
      (error: unknown) => setTrouble(`The sites could not be read: ${String(error)}`),
    );
  }, [sites]);
  return (
    <div class="sites">
      {shown.map((site) => (
        <SiteSwitch key={site.name} site={site} sites={sites} />
      ))}
      {trouble && (
        <p class="small quiet" role="status">
          {trouble}
        </p>
      )}
      {shown.length > 0 && <Shortcut shortcut={sites.shortcut} />}
    </div>
  );
}

function SiteSwitch({ site, sites }: { site: Site; sites: SitePorts }): JSX.Element {
  const [on, setOn] = useState(false);
  const [note, setNote] = useState('');
  useEffect(() => {
    const look = (): void => {
      sites.isOn(site).then(setOn, (error: unknown) => setNote(`Its state could not be read: ${String(error)}`));
    };
    look();
    return sites.onChange(look);
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
