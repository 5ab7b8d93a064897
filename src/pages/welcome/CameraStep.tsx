import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { CameraAccess } from '../../ui/camera-access.ts';
import { cameraWords, settingsApart } from '../../ui/camera-settings.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { WelcomePorts } from './ports.ts';

const WORDS: Readonly<Record<CameraAccess, string>> = {
  unknown: cameraWords.asks,
  granted: cameraWords.allowed,
  denied: cameraWords.blocked,
  dismissed: 'The question was closed without an answer. Ask again when you are ready.',
  'no-camera': 'No camera was found. Plug one in or switch it on, then try again.',
  busy: 'Another program uses the camera. Close video calls and camera apps, then try again.',
};

export function CameraStep({ ports }: { ports: WelcomePorts }): JSX.Element {
  const [access, setAccess] = useState<CameraAccess>('unknown');
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    const look = () => {
      ports.cameraAccess().then(setAccess, (error: unknown) => {
        console.error('Gurn: the state of the camera permission could not be read', error);
      });
    };
    look();
    // Back from the site settings the answer may be another.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [ports]);
  const ask = async (): Promise<void> => {
    setAsking(true);
    setAccess(await ports.askForCamera());
    setAsking(false);
  };
  const good = access === 'granted';
  return (
    <>
      <p role="status" class={`answer ${good ? 'good' : access === 'unknown' ? '' : 'bad'}`}>
        {access !== 'unknown' && <Icon name={good ? 'check' : 'alert'} />}
        <span>{WORDS[access]}</span>
      </p>
      <div class="actions">
        {access === 'denied' && settingsApart && (
          <button type="button" class="button primary" onClick={() => ports.openSiteSettings()}>
            {cameraWords.openSettings}
          </button>
        )}
        {!good && !(access === 'denied' && settingsApart) && (
          <button type="button" class="button primary" disabled={asking} onClick={() => void ask()}>
            <Icon name="camera" />
            {asking ? 'Look for the browser’s question…' : access === 'unknown' ? 'Allow the camera' : 'Try again'}
          </button>
        )}
      </div>
    </>
  );
}
