/** Who is measured, and what each of their pages answers to. */

export const CONTENDERS = ['gurn', 'human', 'face-api', 'face-landmarker'] as const;
export type ContenderName = (typeof CONTENDERS)[number];
export type Peer = Exclude<ContenderName, 'gurn'>;

export type Backend = 'wasm' | 'webgl' | 'webgpu';

/** What a contender made of a frame. */
export interface Seen {
  /** Whether it found a face and all that it is asked to tell of it. */
  readonly found: boolean;
  /** Milliseconds of its stages, where it tells them. */
  readonly stages?: Readonly<Record<string, number>>;
}

/** Runs in a frame of its own: copies of tfjs that share their globals share backend and flags too. */
export interface Contender {
  /** Loads the models and tells the setting it runs with. @throws when it cannot run on `backend` */
  start(backend: Backend): Promise<string>;
  look(frame: ImageBitmap): Promise<Seen>;
}

/** What to measure. */
export interface Plan {
  readonly contenders: readonly { readonly name: ContenderName; readonly backend: Backend }[];
  /** Addresses of photographs, and where in them a person is. */
  readonly shots: readonly {
    readonly photo: string;
    readonly x: number;
    readonly y: number;
    readonly height: number;
  }[];
  /** Frames of every person. */
  readonly framesEach: number;
  /** Frames that are looked at before the clock counts. */
  readonly warmUp: number;
}

/** One contender's run over the whole film. */
export interface Run {
  readonly name: ContenderName;
  readonly backend: Backend;
  /** What it runs with; empty when it did not start. */
  readonly setting: string;
  /** Why it did not start. */
  readonly problem?: string;
  /** Milliseconds of each frame. */
  readonly times: readonly number[];
  readonly found: number;
  readonly stages: Readonly<Record<string, readonly number[]>>;
}

declare global {
  /** In a contender's page. */
  var contender: Contender | undefined;
  /** In the page that holds them all. @throws when a contender that has started fails at a frame */
  var measureFrames: (plan: Plan) => Promise<Run[]>;
  /** Why a backend is no measure of a graphics card here (emulated, not there); undefined when one stands behind it. */
  var noHardware: (backend: Backend) => Promise<string | undefined>;
}
