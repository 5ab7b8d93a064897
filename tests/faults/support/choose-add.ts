/** A click on "Add to Gurn", with the worker's steps counted from that moment. */
import type { Picture, Stage } from './stage.ts';

interface Click {
  readonly srcUrl: string;
  readonly url: string;
  readonly at: number;
}

/** Ends the worker at the step of number `at`; at none when it is -1. */
export async function chooseAdd(stage: Stage, picture: Picture, at: number): Promise<void> {
  await (await stage.worker()).evaluate(dispatch, { srcUrl: picture.url, url: stage.page.url(), at });
}

/** Runs in the worker. Chromium's own bindings deliver events through `dispatch`; no native menu opens headless. */
async function dispatch({ srcUrl, url, at }: Click): Promise<void> {
  const tabs = await chrome.tabs.query({ url });
  const info = { menuItemId: 'add-picture', mediaType: 'image', srcUrl, frameId: 0, pageUrl: url, editable: false };
  const event = chrome.contextMenus.onClicked as unknown as { dispatch(info: object, tab: object | undefined): void };
  globalThis.gurnProbe.steps.arm(at);
  event.dispatch(info, tabs.at(-1));
}
