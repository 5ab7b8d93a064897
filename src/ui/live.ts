/**
 * A view's end of the live line. Knows no framework: it turns a port that may break into a stream of views of the
 * world, and asks for the offscreen document again whenever the line breaks.
 */
import * as v from 'valibot';
import { type Found, type LiveCommand, LiveEvent, type LiveState } from '../messages/index.ts';

/** Before and between the states that the offscreen document tells, the line itself has some. */
export type LineState =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'reconnecting'; readonly attempt: number }
  | { readonly phase: 'unreachable'; readonly message: string };

export type ViewState = LiveState | LineState;
export type LiveResult = Extract<LiveEvent, { type: 'result' }>['result'];

/** The part of a runtime port that is used. */
export interface LivePort {
  send(command: LiveCommand): void;
  onMessage(listener: (message: unknown) => void): void;
  onBreak(listener: () => void): void;
  close(): void;
}

/** How the line is opened: the browser in an extension, a script in tests. */
export interface LiveDoor {
  /** Makes sure the offscreen document listens. Rejects with a message for people. */
  ensure(): Promise<void>;
  connect(): LivePort;
}

export interface LiveListener {
  state(state: ViewState): void;
  result(result: LiveResult): void;
  /** What the words of the last `watch` find. */
  found?(found: Found): void;
}

/** Milliseconds before each new try; after the last one the line is given up until a person asks again. */
export const PATIENCE: readonly number[] = [0, 150, 500, 1500, 4000];

/** What a view watches: see LiveCommand. */
interface Watch {
  readonly top: number;
  readonly camera: string;
  readonly words?: string;
  readonly kept?: number;
}

type Change = { readonly [Key in keyof Watch]?: Watch[Key] | undefined };

export class LiveClient {
  #port: LivePort | undefined;
  #watch: Watch;
  #failures = 0;
  #closed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly door: LiveDoor,
    private readonly listener: LiveListener,
    watch: Watch,
  ) {
    this.#watch = watch;
    listener.state({ phase: 'connecting' });
    void this.#open();
  }

  /**
   * Changes what is searched; kept and sent again when the line has to be opened anew. No words, and no frame that is
   * kept: `undefined`.
   */
  watch(change: Change): void {
    const { top = this.#watch.top, camera = this.#watch.camera, words, kept } = { ...this.#watch, ...change };
    this.#watch = { top, camera, ...(words !== undefined && { words }), ...(kept !== undefined && { kept }) };
    this.#port?.send({ type: 'watch', ...this.#watch });
  }

  /** Tells that a meme was inserted or copied for the face of this frame. Without a line nothing is learned. */
  picked(meme: string, frame: number): void {
    this.#port?.send({ type: 'picked', meme, frame });
  }

  /** Tries again after a problem, of the camera or of the line. */
  retry(): void {
    if (this.#port) {
      this.#port.send({ type: 'retry' });
      return;
    }
    this.#failures = 0;
    clearTimeout(this.#timer);
    this.listener.state({ phase: 'connecting' });
    void this.#open();
  }

  /** Hangs up: the camera goes out when no other view watches. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#port?.close();
    this.#port = undefined;
  }

  async #open(): Promise<void> {
    try {
      await this.door.ensure();
      if (this.#closed || this.#port) return;
      this.#attach(this.door.connect());
    } catch (error) {
      this.#comeBack(error instanceof Error ? error.message : String(error));
    }
  }

  #attach(port: LivePort): void {
    this.#port = port;
    port.onMessage((message) => this.#receive(message));
    port.onBreak(() => {
      if (this.#port !== port) return;
      this.#port = undefined;
      this.#comeBack('The camera and the matching stopped and did not come back.');
    });
    port.send({ type: 'watch', ...this.#watch });
  }

  #receive(message: unknown): void {
    const event = v.safeParse(LiveEvent, message);
    if (!event.success) {
      console.error('Gurn: a damaged live event was ignored', event.issues);
      return;
    }
    if (event.output.type === 'found') {
      this.listener.found?.(event.output.found);
      return;
    }
    // A document that dies while it loads would be started again for ever if its progress counted as life.
    if (event.output.type === 'result' || event.output.state.phase !== 'loading') this.#failures = 0;
    if (event.output.type === 'state') this.listener.state(event.output.state);
    else this.listener.result(event.output.result);
  }

  #comeBack(message: string): void {
    if (this.#closed) return;
    const pause = PATIENCE[this.#failures];
    if (pause === undefined) {
      this.listener.state({ phase: 'unreachable', message });
      return;
    }
    this.#failures += 1;
    this.listener.state({ phase: 'reconnecting', attempt: this.#failures });
    this.#timer = setTimeout(() => void this.#open(), pause);
  }
}
