/** Puts the popup into a document, with the world it is given. */
import { render } from 'preact';
import { createModel, ModelContext } from './model.ts';
import { Popup } from './Popup.tsx';
import type { PopupPorts } from './ports.ts';

export async function mount(root: HTMLElement, ports: PopupPorts): Promise<void> {
  const model = createModel(ports, await ports.settings.read());
  render(
    <ModelContext.Provider value={model}>
      <Popup />
    </ModelContext.Provider>,
    root,
  );
}
