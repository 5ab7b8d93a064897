export { ask, askFrame } from './client.ts';
export { dispatch, type Handlers } from './dispatch.ts';
export { type Failure, RequestError, toFailure } from './errors.ts';
export { IMPORT_PORT } from './imports.ts';
export {
  isPreviewFrame,
  LIVE_LOCK,
  LIVE_PORT,
  LiveCommand,
  LiveEvent,
  MOST_MATCHES,
  MOST_WORDS,
  PREVIEW_CHANNEL,
  type PreviewFrame,
} from './live.ts';
export * from './payloads.ts';
export type { Context, ReplyOf, RequestName, RequestOf } from './protocol.ts';
export { contextOf, type Identity } from './sender.ts';
export { identity, serve } from './server.ts';
