/** A message carries 64 MiB at most, and base64 makes three bytes four. */
export const MAX_BYTES = 45 * 1024 * 1024;
