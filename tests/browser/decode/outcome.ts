/** What became of a picture: it was opened, or refused. */
export interface Outcome {
  readonly type?: string;
  readonly width?: number;
  readonly height?: number;
  readonly animated?: boolean;
  readonly frameCount?: number;
  readonly scale?: number;
  readonly code?: string;
  readonly message?: string;
  readonly frames: { index: number; width: number; height: number; middle: number[] }[];
}
