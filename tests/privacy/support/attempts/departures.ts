/** The ways that would take the document itself along. Each runs in the document, alone. */
export const departures: Readonly<Record<string, (address: string) => void>> = {
  assign: (address) => location.assign(address),
  replace: (address) => location.replace(address),
  navigate: (address) =>
    void (globalThis as { navigation?: { navigate(to: string): unknown } }).navigation?.navigate(address),
  follow: (address) => {
    const anchor = Object.assign(document.createElement('a'), { href: address });
    document.body.append(anchor);
    anchor.click();
  },
  refresh: (address) => {
    const meta = document.createElement('meta');
    meta.setAttribute('http-equiv', 'refresh');
    meta.setAttribute('content', `0;url=${address}`);
    document.head.append(meta);
  },
  'existing-refresh': (address) => {
    const meta = document.querySelector('meta');
    meta?.setAttribute('http-equiv', 'refresh');
    meta?.setAttribute('content', `0;url=${address}`);
    if (meta) document.head.append(meta);
  },
};
