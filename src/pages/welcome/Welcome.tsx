/** The first page a new user meets: what Gurn is, what it promises, and the three steps to a first meme. */
import type { ComponentChildren, JSX } from 'preact';
import { iconWords } from '../../ui/browser-words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Mug } from '../../ui/Mug.tsx';
import { CameraStep } from './CameraStep.tsx';
import type { WelcomePorts } from './ports.ts';
import { SitesStep } from './SitesStep.tsx';

export function Welcome({ ports }: { ports: WelcomePorts }): JSX.Element {
  return (
    <main class="welcome">
      <header>
        <Mug mood="cheeky" size={132} />
        <h1>Make a face, get the meme.</h1>
        <p class="lead">
          Pull a face at your camera. Gurn finds the memes that wear the same expression and puts the one you pick into
          the message you are writing.
        </p>
        <p class="promise">
          <Icon name="lock" />
          <span>
            <strong>Nothing leaves your machine.</strong> No picture of you, no meme, no statistics. The camera runs
            only while Gurn is open.
          </span>
        </p>
      </header>
      <ol class="steps">
        <Step title="Let Gurn use the camera">
          <CameraStep ports={ports} />
        </Step>
        <Step title="Switch on where you chat">
          <SitesStep sites={ports.sites} />
        </Step>
        <Step title="Try it">
          <p>
            Click <strong>Gurn’s face</strong> in the toolbar and laugh at it. {iconWords}
          </p>
          <p>
            To add memes of your own, <strong>right-click a picture</strong> on any page and choose “Add to Gurn”.
          </p>
          <button type="button" class="button" onClick={() => ports.openPage('library')}>
            <Icon name="grid" />
            See your memes
          </button>
        </Step>
      </ol>
    </main>
  );
}

function Step({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <li>
      <h2>{title}</h2>
      {children}
    </li>
  );
}
