/** One line about the camera while it is switched on: what it waits for, or that it sees a face. */
import type { JSX } from 'preact';
import { noticeOf } from '../../../popup/notices.ts';
import { expressionInWords } from '../../../ui/words.ts';
import { useModel } from '../model.ts';
import type { MapCamera } from './camera.ts';

export function CameraNotice({ camera }: { camera: MapCamera }): JSX.Element | null {
  const { ports } = useModel();
  if (!camera.on.value) return null;
  const notice = noticeOf(camera.state.value);
  const result = camera.result.value;
  const seen = result?.face ? `You look like: ${expressionInWords(result.expressions)}.` : 'No face in view.';
  return (
    <p class="map-camera small" role="status">
      <span class="lit" aria-hidden="true" />
      {notice ? `${notice.title}. ${notice.words}` : seen}
      {notice?.actions.some(([action]) => action === 'welcome') && (
        <button type="button" class="button small" onClick={() => ports.openPage('welcome')}>
          Allow the camera
        </button>
      )}
      {notice?.actions.some(([action]) => action === 'retry') && (
        <button type="button" class="button small" onClick={() => camera.retry()}>
          Try again
        </button>
      )}
    </p>
  );
}
