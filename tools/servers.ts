/** The chat servers that the messenger tests run: where they are, and what is missing. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** By the name of their program; the Debian package has the same. */
export const SERVERS = ['ngircd', 'prosody'] as const;
export type ServerName = (typeof SERVERS)[number];

/** Debian keeps servers where an ordinary user's PATH does not look. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin'];

/** Thrown when servers are missing. The message says which, and how to install them. */
export class NoServersError extends Error {
  readonly code = 'no-servers';
  constructor(readonly missing: readonly string[]) {
    super(
      `The tests with real messengers need ${missing.join(' and ')}, which cannot be found. ` +
        `Install (Debian, Ubuntu): "sudo apt-get install ${missing.join(' ')}".`,
    );
  }
}

function locate(program: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...SYSTEM_FOLDERS];
  return folders
    .map((folder) => join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

export const missingServers = (): ServerName[] => SERVERS.filter((name) => locate(name) === undefined);

/** Path of a server's program. @throws NoServersError */
export function findServer(name: ServerName | 'prosodyctl'): string {
  const found = locate(name);
  if (found === undefined) throw new NoServersError([name === 'prosodyctl' ? 'prosody' : name]);
  return found;
}
