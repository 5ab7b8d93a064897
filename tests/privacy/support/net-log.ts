/** Chromium's own account of its network: every request, every name looked up, every address a socket went to. */
import { readFile } from 'node:fs/promises';

export interface NetLog {
  /** Requests, those that a proxy or a cache answered included. */
  readonly requests: readonly Request[];
  /** Hosts that were looked up, or would have been. */
  readonly lookups: readonly string[];
  /** Addresses with ports, of TCP and UDP. */
  readonly sockets: readonly string[];
}

export interface Request {
  readonly address: string;
  /** The origin that asked; what the browser asks of itself has none. */
  readonly by: string | undefined;
}

interface Event {
  readonly type: number;
  readonly params?: Readonly<Record<string, unknown>>;
}

interface Log {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly Event[];
}

/** What tells Chromium to write the account to this file. */
export const netLogArgs = (file: string): readonly string[] => [`--log-net-log=${file}`];

/** A browser that was killed leaves the list open. */
function parsed(text: string): Log {
  const whole = /\]\s*\}\s*$/.test(text) || /\}\s*\}\s*$/.test(text) ? text : `${text.replace(/,\s*$/, '')}]}`;
  return JSON.parse(whole) as Log;
}

/** To be read when the browser has ended. @throws SyntaxError where the file is none of Chromium's */
export async function readNetLog(file: string): Promise<NetLog> {
  const { constants, events } = parsed(await readFile(file, 'utf8'));
  const of = (names: readonly string[]): Event[] => {
    const types = new Set(names.map((name) => constants.logEventTypes[name]));
    return events.filter(({ type }) => types.has(type));
  };
  const textOf = ({ params }: Event, key: string): string => (typeof params?.[key] === 'string' ? params[key] : '');
  const said = (names: readonly string[], key: string): string[] =>
    of(names)
      .map((event) => textOf(event, key))
      .filter(Boolean);
  return {
    requests: of(['URL_REQUEST_START_JOB']).map((event) => {
      const by = textOf(event, 'initiator');
      return { address: textOf(event, 'url'), by: URL.canParse(by) ? by : undefined };
    }),
    lookups: said(['HOST_RESOLVER_MANAGER_REQUEST', 'HOST_RESOLVER_MANAGER_JOB'], 'host'),
    sockets: said(['TCP_CONNECT_ATTEMPT', 'UDP_CONNECT', 'UDP_BYTES_SENT'], 'address'),
  };
}
