/** Every way known by which code in a document could reach another machine without leaving the document. */
import type { Goal } from './goal.ts';

/** Runs in the document itself: nothing from outside may be named here. Returns what was refused with an error. */
export async function tryInDocument({ tcp, udp, domain }: Goal): Promise<string[]> {
  const at = (way: string): string => `http://${way}.${domain}:${tcp}/`;
  const refused: string[] = [];
  const make = <T extends Element>(tag: string, properties: Readonly<Record<string, unknown>>): T => {
    const element = document.createElement(tag) as unknown as T;
    for (const [name, value] of Object.entries(properties)) {
      if (name in element) Reflect.set(element, name, value);
      else element.setAttribute(name, String(value));
    }
    document.body.append(element);
    return element;
  };
  const link = (rel: string, more: object = {}) => make('link', { rel, href: at(`link-${rel}`), ...more });
  const gather = (way: string, server: RTCIceServer, realm: typeof globalThis = globalThis): Promise<unknown> => {
    const peer = new realm.RTCPeerConnection({ iceServers: [server] });
    peer.createDataChannel(way);
    const done = new Promise((resolve) => {
      peer.addEventListener('icegatheringstatechange', () => peer.iceGatheringState === 'complete' && resolve(true));
    });
    const offered = peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    return offered.then(() => done);
  };
  const stun = (way: string, realm?: typeof globalThis) => gather(way, { urls: `stun:${way}.${domain}:${udp}` }, realm);
  const svg = (tag: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const root = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    root.append(element);
    document.body.append(root);
    return element;
  };
  const click = () => new MouseEvent('click', { bubbles: true, composed: true });
  const ways: Readonly<Record<string, (way: string) => unknown>> = {
    fetch: (way) => fetch(at(way), { mode: 'no-cors' }),
    keepalive: (way) => fetch(at(way), { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true }),
    xhr: (way) => {
      const request = new XMLHttpRequest();
      request.open('GET', at(way));
      request.send();
    },
    beacon: (way) => navigator.sendBeacon(at(way), 'x'),
    cache: async (way) => (await caches.open('leak')).add(at(way)),
    image: (way) => make('img', { src: at(way) }),
    'loose-image': (way) => Object.assign(new Image(), { src: at(way) }),
    'svg-image': (way) => svg('image', { href: at(way) }),
    'style-background': (way) => {
      document.body.style.backgroundImage = `url(${at(way)})`;
    },
    'style-import': (way) => make('style', { textContent: `@import url(${at(way)});` }),
    font: (way) => new FontFace('leak', `url(${at(way)})`).load(),
    video: (way) => make('video', { src: at(way) }),
    sound: (way) => Object.assign(new Audio(), { src: at(way) }).load(),
    script: (way) => make('script', { src: at(way) }),
    'speculation-rules': (way) =>
      make('script', {
        type: 'speculationrules',
        textContent: JSON.stringify({ prefetch: [{ source: 'list', urls: [at(way)] }] }),
      }),
    frame: (way) => make('iframe', { src: at(way) }),
    object: (way) => make('object', { data: at(way) }),
    embed: (way) => make('embed', { src: at(way) }),
    socket: (way) => new WebSocket(at(way).replace('http', 'ws')),
    events: (way) => new EventSource(at(way)),
    transport: (way) =>
      new (globalThis as unknown as { WebTransport: new (url: string) => unknown }).WebTransport(
        `https://${way}.${domain}:${udp}/`,
      ),
    worker: (way) => new Worker(at(way)),
    'shared-worker': (way) => new SharedWorker(at(way)),
    'blob-worker': (way) => new Worker(URL.createObjectURL(new Blob([`importScripts('${at(way)}')`]))),
    'service-worker': (way) => navigator.serviceWorker.register(at(way)),
    'link-prefetch': () => link('prefetch'),
    'link-preload': () => link('preload', { as: 'image' }),
    'link-modulepreload': () => link('modulepreload'),
    'link-stylesheet': () => link('stylesheet'),
    'link-icon': () => link('icon'),
    'link-manifest': () => link('manifest'),
    'link-preconnect': () => link('preconnect'),
    'link-dns-prefetch': () => link('dns-prefetch'),
    'html-link': (way) => {
      const box = make('div', {});
      box.innerHTML = `<link rel="dns-prefetch" href="${at(way)}">`;
    },
    'parsed-link': (way) => {
      const parsed = new DOMParser().parseFromString(`<link rel="dns-prefetch" href="${at(way)}">`, 'text/html');
      document.body.append(...parsed.querySelectorAll('link'));
    },
    'sanitized-link': (way) => {
      const sanitizer = { elements: [{ name: 'link', attributes: ['rel', 'href'] }] };
      const box = make('div', {}) as unknown as { setHTML(html: string, options: object): void };
      box.setHTML(`<link rel="dns-prefetch" href="${at(way)}">`, { sanitizer });
    },
    'sanitized-document': (way) => {
      const sanitizer = { elements: ['body', { name: 'link', attributes: ['rel', 'href'] }] };
      const parser = Document as unknown as { parseHTML(html: string, options: object): Document };
      const parsed = parser.parseHTML(`<body><link rel="dns-prefetch" href="${at(way)}">`, { sanitizer });
      document.body.append(...parsed.querySelectorAll('link'));
    },
    'custom-link': (way) => {
      class Custom extends HTMLLinkElement {}
      customElements.define('custom-link', Custom, { extends: 'link' });
      document.body.append(Object.assign(new Custom(), { rel: 'dns-prefetch', href: at(way) }));
    },
    'transformed-link': (way) => {
      const XSL = 'http://www.w3.org/1999/XSL/Transform';
      const sheet = document.implementation.createDocument(XSL, 'xsl:stylesheet');
      sheet.documentElement.setAttribute('version', '1.0');
      const template = sheet.createElementNS(XSL, 'xsl:template');
      template.setAttribute('match', '/');
      const result = sheet.createElementNS(XSL, 'xsl:element');
      result.setAttribute('name', 'link');
      for (const [name, value] of [
        ['rel', 'dns-prefetch'],
        ['href', at(way)],
      ] as const) {
        const attribute = sheet.createElementNS(XSL, 'xsl:attribute');
        attribute.setAttribute('name', name);
        attribute.textContent = value;
        result.append(attribute);
      }
      template.append(result);
      sheet.documentElement.append(template);
      const processor = new XSLTProcessor();
      processor.importStylesheet(sheet);
      document.body.append(processor.transformToFragment(sheet, document));
    },
    'packaged-link': (way) =>
      new Promise<void>((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('GET', location.href);
        request.responseType = 'document';
        request.onerror = () => reject(new Error('not loaded'));
        request.onload = () => {
          const found = request.responseXML?.querySelector('link, meta');
          const other = found instanceof HTMLLinkElement ? found : request.responseXML?.createElement('link');
          if (other) document.body.append(Object.assign(other, { rel: 'dns-prefetch', href: at(way) }));
          resolve();
        };
        request.send();
      }),
    'existing-link': (way) => {
      const existing = document.querySelector('link');
      if (!existing) throw new Error('there is none');
      Object.assign(existing, { rel: 'dns-prefetch', href: at(way) });
    },
    form: (way) => make<HTMLFormElement>('form', { action: at(way), target: '_blank' }).submit(),
    'form-requested': (way) => make<HTMLFormElement>('form', { action: at(way), target: '_blank' }).requestSubmit(),
    anchor: (way) => make<HTMLAnchorElement>('a', { href: at(way), target: '_blank' }).click(),
    'anchor-event': (way) => make('a', { href: at(way), target: '_blank' }).dispatchEvent(click()),
    'anchor-from-within': (way) => {
      const within = document.createElement('b');
      make('a', { href: at(way), target: '_blank' }).append(within);
      within.click();
    },
    'anchor-loose': (way) =>
      Object.assign(document.createElement('a'), { href: at(way), target: '_blank' }).dispatchEvent(click()),
    'anchor-drawn': (way) => svg('a', { href: at(way), target: '_blank' }).dispatchEvent(click()),
    'anchor-ping': (way) => make<HTMLAnchorElement>('a', { href: '#', ping: at(way) }).click(),
    open: (way) => window.open(at(way)),
    'document-open': (way) => document.open(at(way), '_blank', ''),
    payment: (way) =>
      new PaymentRequest([{ supportedMethods: at(way) }], {
        total: { label: 'x', amount: { currency: 'EUR', value: '1' } },
      }).canMakePayment(),
    identity: (way) =>
      navigator.credentials.get({
        identity: { providers: [{ configURL: at(way), clientId: 'x' }] },
      } as CredentialRequestOptions),
    stun: (way) => stun(way),
    'stun-by-its-old-name': (way) => {
      const { webkitRTCPeerConnection: Old } = globalThis as unknown as {
        webkitRTCPeerConnection: typeof RTCPeerConnection;
      };
      return stun(way, { RTCPeerConnection: Old } as typeof globalThis);
    },
    turn: (way) => gather(way, { urls: `turn:${way}.${domain}:${tcp}?transport=tcp`, username: 'a', credential: 'b' }),
    'stun-of-a-picture-window': async (way) => {
      const { documentPictureInPicture: pictures } = globalThis as unknown as {
        documentPictureInPicture: { requestWindow(): Promise<Window & typeof globalThis> };
      };
      await stun(way, await pictures.requestWindow());
    },
    'stun-of-a-frame': (way) => {
      const realm = make<HTMLIFrameElement>('iframe', {}).contentWindow;
      if (!realm) throw new Error('it has no window');
      return stun(way, realm as unknown as typeof globalThis);
    },
  };
  // Many never say how they ended; what was begun needs a few milliseconds to arrive on the same machine.
  const enough = new Promise<void>((resolve) => setTimeout(resolve, 2500));
  const tryOne = async (way: string, run: (way: string) => unknown): Promise<void> => {
    try {
      await Promise.race([run(way), enough]);
    } catch (error) {
      refused.push(`${way}: ${error}`);
    }
  };
  await Promise.all(Object.entries(ways).map(([way, run]) => tryOne(way, run)));
  await enough;
  return refused;
}
