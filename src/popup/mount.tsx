/** Puts the match view into a document, with the world it is given. */
import { type ComponentChildren, render } from 'preact';
import { createModel, type Model, ModelContext } from './model.ts';
import { Popup } from './Popup.tsx';
import type { PopupPorts } from './ports.ts';

/** `beside`: what a document of its own kind shows besides. */
export async function mount(root: HTMLElement, ports: PopupPorts, beside?: ComponentChildren): Promise<Model> {
  const model = createModel(ports, await ports.settings.read());
  render(
    <ModelContext.Provider value={model}>
      <Popup />
      {beside}
    </ModelContext.Provider>,
    root,
  );
  return model;
}
