/** The life of the offscreen document, which holds the camera and the engine. */

const PATH = 'src/offscreen/index.html';

const exists = async (): Promise<boolean> => {
  const contexts = await chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT] });
  return contexts.length > 0;
};

let creating: Promise<void> | undefined;

/**
 * Makes sure the document is there. Resolves when its scripts have run, so it listens.
 * A service worker that was killed while creating may have left one behind: then a second `createDocument` throws, and
 * the document that is there is the one we wanted.
 */
export function ensureOffscreen(): Promise<void> {
  creating ??= create().finally(() => {
    creating = undefined;
  });
  return creating;
}

async function create(): Promise<void> {
  if (await exists()) return;
  try {
    await chrome.offscreen.createDocument({
      url: PATH,
      reasons: [chrome.offscreen.Reason.USER_MEDIA],
      justification: 'Watches your face through the camera while a Gurn window is open.',
    });
  } catch (error) {
    if (!(await exists())) throw error;
  }
}
