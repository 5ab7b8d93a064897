/** The camera as a stream of frames. The only place that calls getUserMedia for the live view. */
import { openFrames } from './frames.ts';

export type CameraProblem = 'permission-needed' | 'permission-denied' | 'no-camera' | 'camera-busy';

/** Why there is no picture. `code` is the live state that a view shows for it. */
export class CameraError extends Error {
  override readonly name = 'CameraError';
  constructor(
    readonly code: CameraProblem,
    cause: unknown,
  ) {
    super(`The camera could not be opened: ${code}`, { cause });
  }
}

export interface OpenCamera {
  readonly id: string;
  readonly label: string;
  /** Frames as they come, the newest only: what is not read in time is dropped. Ends when the camera stops. */
  frames(): AsyncGenerator<VideoFrame, void>;
  /** Puts the light out, within a fraction of a second. */
  stop(): void;
}

/** Enough for a face at arm's length; the detector sees 128 px of it and the aligner 112 px of the face. */
const PICTURE = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } } as const;

/**
 * Opens the camera `preferred` (a device id; empty for any). One that is gone or busy gives way to any other.
 * @throws CameraError
 */
export async function openCamera(preferred: string): Promise<OpenCamera> {
  const stream = await openStream(preferred);
  const [track] = stream.getVideoTracks();
  if (!track) throw new CameraError('no-camera', 'a stream without a video track');
  const frames = openFrames(track);
  return {
    id: track.getSettings().deviceId ?? '',
    label: track.label || 'Camera',
    frames: () => frames.read(),
    stop() {
      frames
        .end()
        .catch((error: unknown) => console.warn('Gurn: the camera ended badly', error))
        .finally(() => track.stop());
    },
  };
}

async function openStream(preferred: string): Promise<MediaStream> {
  const open = (video: MediaTrackConstraints) => navigator.mediaDevices.getUserMedia({ video, audio: false });
  try {
    return await open(preferred ? { ...PICTURE, deviceId: { exact: preferred } } : PICTURE);
  } catch (error) {
    if (preferred && isNamed(error, 'OverconstrainedError', 'NotFoundError', 'NotReadableError')) return openStream('');
    throw new CameraError(await problemOf(error), error);
  }
}

const isNamed = (error: unknown, ...names: string[]): boolean =>
  error instanceof DOMException || error instanceof OverconstrainedError ? names.includes(error.name) : false;

/** An offscreen document cannot prompt, so "dismissed" and "denied" look alike: the permission's state tells. */
async function problemOf(error: unknown): Promise<CameraProblem> {
  if (isNamed(error, 'NotFoundError', 'OverconstrainedError')) return 'no-camera';
  if (!isNamed(error, 'NotAllowedError', 'SecurityError')) return 'camera-busy';
  const { state } = await navigator.permissions.query({ name: 'camera' });
  // Granted here, and refused all the same: the operating system keeps the camera from the browser.
  return state === 'prompt' ? 'permission-needed' : 'permission-denied';
}

/** The cameras there are. Labels are empty until the permission was given once. */
export async function listCameras(): Promise<{ id: string; label: string }[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }, index) => ({ id: deviceId, label: label || `Camera ${index + 1}` }));
}
