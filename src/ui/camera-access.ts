/** The camera's permission, asked for by a page: an offscreen document cannot prompt. */

export type CameraAccess = 'unknown' | 'granted' | 'denied' | 'dismissed' | 'no-camera' | 'busy';

const ENDINGS: Readonly<Record<string, CameraAccess>> = {
  NotFoundError: 'no-camera',
  OverconstrainedError: 'no-camera',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

async function permission(): Promise<PermissionState> {
  const { state } = await navigator.permissions.query({ name: 'camera' });
  return state;
}

/** What is known without asking. */
export async function cameraAccess(): Promise<CameraAccess> {
  const state = await permission();
  return state === 'prompt' ? 'unknown' : state;
}

/** Asks for the camera and lets go of it at once: only the permission is wanted. */
export async function askForCamera(): Promise<CameraAccess> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true, audio: false });
    for (const track of stream.getTracks()) track.stop();
    return 'granted';
  } catch (error) {
    const known = error instanceof Error ? ENDINGS[error.name] : undefined;
    if (known) return known;
    console.info('Gurn: the camera was not allowed', error);
    return (await permission()) === 'denied' ? 'denied' : 'dismissed';
  }
}
