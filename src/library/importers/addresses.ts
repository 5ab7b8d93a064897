/** Addresses of pictures as a person pastes them: one a line, or several. */

export interface AddressList {
  /** Each once, in order. */
  readonly addresses: readonly string[];
  /** What is no address that Gurn loads from. */
  readonly strange: readonly string[];
}

const MOST = 20_000;

const webAddress = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username || url.password) return undefined;
  url.hash = '';
  return url.href;
};

/** Reads the words of a text as web addresses (https and http, without passwords). */
export function addressesIn(text: string): AddressList {
  const addresses = new Set<string>();
  const strange = new Set<string>();
  for (const word of text.split(/\s+/).slice(0, MOST)) {
    if (word === '') continue;
    const address = webAddress(word);
    if (address === undefined) strange.add(word);
    else addresses.add(address);
  }
  return { addresses: [...addresses], strange: [...strange] };
}

/** The match patterns that cover these addresses: what the browser is asked for. */
export function originsOf(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map((address) => `${new URL(address).origin}/*`))];
}

/** What a picture at an address is called until it is renamed. */
export function nameOfAddress(address: string): string {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  const name = unescaped(last)
    .replace(/\.[a-z\d]{2,5}$/i, '')
    .replace(/[_+-]+/g, ' ')
    .trim();
  return name === '' ? `From ${hostname}` : name.slice(0, 80);
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
