/** converse.js and its XMPP server, on loopback, in a temporary folder. Knows no browser. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../support/ports.ts';
import { startProsody } from './prosody.ts';
import { serveConverse } from './site.ts';

export const ACCOUNTS = [
  { name: 'ann', password: 'secret of ann' },
  { name: 'bob', password: 'secret of bob' },
] as const;

export interface Converse {
  readonly origin: string;
  /** How many files were uploaded so far. */
  uploads(): Promise<number>;
  /** The XMPP server hangs from now on: connections stay open, nothing is answered. */
  freeze(): void;
  end(): Promise<void>;
}

export interface ConverseOptions {
  /** The largest upload, in bytes. */
  readonly maxFileSize: number;
}

/** @throws NoServersError, DaemonError */
export async function startConverse({ maxFileSize }: ConverseOptions): Promise<Converse> {
  const folder = await mkdtemp(join(tmpdir(), 'gurn-converse-'));
  const [http = 0, xmpp = 0] = await freePorts(2);
  const closers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const end = async (): Promise<void> => {
    for (const close of [...closers].reverse()) await close();
  };
  try {
    const prosody = await startProsody({ folder, ports: { http, xmpp }, accounts: ACCOUNTS, maxFileSize });
    closers.push(() => prosody.stop());
    const site = await serveConverse(join(folder, 'site'), http);
    closers.push(() => site.close());
    return {
      origin: site.origin,
      async uploads() {
        const files = await readdir(join(folder, 'data'), { recursive: true });
        return files.filter((file) => file.endsWith('.bin')).length;
      },
      freeze: () => prosody.freeze(),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}
