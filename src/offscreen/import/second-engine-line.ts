/** What the document and its second engine say to each other. Both ends come out of one build. */
import type { BackendName, DecodeErrorCode, IndexedImage } from '../../engine/index.ts';

export type Call =
  | { readonly id: number; readonly type: 'open'; readonly assets: string; readonly backend: BackendName }
  | { readonly id: number; readonly type: 'index'; readonly blob: Blob };

export type Answer =
  | { readonly id: number; readonly model: string }
  | { readonly id: number; readonly image: IndexedImage; readonly thumb: Blob | undefined }
  /** With a code, it is the picture's fault. */
  | { readonly id: number; readonly message: string; readonly code?: DecodeErrorCode };
