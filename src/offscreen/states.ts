import type { LiveState } from '../messages/index.ts';
import { CameraError } from './camera.ts';

/** What a view shows for a session that ended with an error. */
export function stateOf(error: unknown): LiveState {
  if (error instanceof CameraError) return { phase: error.code };
  return { phase: 'failed', message: error instanceof Error ? error.message : String(error) };
}
