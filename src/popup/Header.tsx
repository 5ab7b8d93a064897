import type { JSX, RefObject } from 'preact';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Mug } from '../ui/Mug.tsx';
import { useModel } from './model.ts';
import { SearchBox } from './SearchBox.tsx';

function Round(props: { name: IconName; label: string; open?: boolean; onClick: () => void }): JSX.Element {
  return (
    <button
      type="button"
      class="button round"
      aria-label={props.label}
      title={props.label}
      aria-expanded={props.open}
      onClick={props.onClick}
    >
      <Icon name={props.name} />
    </button>
  );
}

export function Header({ box }: { box: RefObject<HTMLInputElement | null> }): JSX.Element {
  const { panel, ports } = useModel();
  const flip = (which: 'keys' | 'settings') => () => {
    panel.value = panel.value === which ? 'none' : which;
  };
  return (
    <header>
      <Mug mood="cheeky" size={34} />
      <h1>Gurn</h1>
      <SearchBox box={box} />
      <Round name="grid" label="Your memes" onClick={() => ports.openPage('library')} />
      <Round name="keys" label="Keys" open={panel.value === 'keys'} onClick={flip('keys')} />
      <Round name="sliders" label="Settings" open={panel.value === 'settings'} onClick={flip('settings')} />
      {ports.inPage && <Round name="close" label="Close (Esc)" onClick={() => ports.close()} />}
    </header>
  );
}
