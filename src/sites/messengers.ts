/** The messengers that Gurn offers to be switched on for, as data: a name, and the match patterns of its pages. */

export interface Messenger {
  readonly name: string;
  readonly origins: readonly string[];
}

const discord: Messenger = {
  name: 'Discord',
  origins: ['https://discord.com/*', 'https://ptb.discord.com/*', 'https://canary.discord.com/*'],
};
const slack: Messenger = { name: 'Slack', origins: ['https://app.slack.com/*'] };

/** What the welcome page offers. */
export const first: readonly Messenger[] = [discord, slack];

/** All that are known by name. What people host themselves is switched on in the popup, over its own page. */
export const messengers: readonly Messenger[] = [
  discord,
  slack,
  {
    name: 'Microsoft Teams',
    origins: ['https://teams.microsoft.com/*', 'https://teams.cloud.microsoft/*', 'https://teams.live.com/*'],
  },
  { name: 'WhatsApp Web', origins: ['https://web.whatsapp.com/*'] },
  { name: 'Telegram Web', origins: ['https://web.telegram.org/*'] },
  { name: 'Messenger', origins: ['https://www.messenger.com/*', 'https://www.facebook.com/*'] },
  { name: 'Google Chat', origins: ['https://chat.google.com/*'] },
  { name: 'X', origins: ['https://x.com/*'] },
  { name: 'Reddit', origins: ['https://www.reddit.com/*', 'https://chat.reddit.com/*'] },
  { name: 'GitHub', origins: ['https://github.com/*'] },
  { name: 'Element', origins: ['https://app.element.io/*'] },
  { name: 'Mattermost Cloud', origins: ['https://*.cloud.mattermost.com/*'] },
  { name: 'Rocket.Chat Cloud', origins: ['https://*.rocket.chat/*'] },
  { name: 'Zulip Cloud', origins: ['https://*.zulipchat.com/*'] },
];

/**
 * The site of an address, `undefined` for what is no web page. A known messenger's pages are switched on together; any
 * other site is its host, on every port, since patterns with ports are not every browser's.
 */
export function siteOf(address: string): Messenger | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const origin = `${protocol}//${hostname}/*`;
  return messengers.find(({ origins }) => origins.includes(origin)) ?? { name: hostname, origins: [origin] };
}
