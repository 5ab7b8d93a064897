/** What the zip library says, as what a person can act on. */
import {
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  ERR_OVERLAPPING_ENTRY,
  ERR_UNSAFE_FILENAME,
  ERR_UNSUPPORTED_COMPRESSION,
  ERR_UNSUPPORTED_ENCRYPTION,
  WARNING_DUPLICATE_FILENAME,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { PackError, type PackErrorCode } from './errors.ts';

const CODES: Readonly<Record<string, PackErrorCode>> = {
  [ERR_ENCRYPTED]: 'encrypted',
  [ERR_ENCRYPTED_CENTRAL_DIRECTORY]: 'encrypted',
  [ERR_UNSUPPORTED_ENCRYPTION]: 'encrypted',
  [ERR_UNSAFE_FILENAME]: 'path',
  [ERR_UNSUPPORTED_COMPRESSION]: 'not-a-pack',
  [ERR_INVALID_UNCOMPRESSED_SIZE]: 'bomb',
  [ERR_OVERLAPPING_ENTRY]: 'bomb',
};

/** Every zip begins so. */
const MAGIC = 'PK\x03\x04';

/** Everything that is not known for something else is damage: of a zip, or of what never was one. */
export async function toPackError(error: unknown, blob: Blob): Promise<PackError> {
  if (error instanceof PackError) return error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'NotReadableError' || name === 'NotFoundError') return new PackError('unreadable', '', error);
  const reason = error instanceof Error && 'reason' in error ? String(error.reason) : '';
  if (reason === WARNING_DUPLICATE_FILENAME) return new PackError('same-name', '', error);
  const code = CODES[message];
  if (code) return new PackError(code, '', error);
  const isZip = (await blob.slice(0, MAGIC.length).text()) === MAGIC;
  return new PackError(isZip ? 'cut-off' : 'not-a-pack', '', error);
}
