/** Where the attempts go: each to a name of its own, so that whatever is heard of it tells which one it was. */
export interface Goal {
  /** Ports of this machine. */
  readonly tcp: number;
  readonly udp: number;
  /** Whoever looks up a name under this one, `fetch.DOMAIN` say, is the attempt of that name. */
  readonly domain: string;
}

/** Browsers take every name under `localhost` for this machine, and note in their account that it was looked up. */
export const DOMAIN = 'leak.localhost';
