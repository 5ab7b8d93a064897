/**
 * Every messenger's composer is known by its own table. To add one, add a row: the composer as the site builds it, with
 * what stands around it as far as the selector looks, and `data-here` on the element that has the cursor.
 */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { adapterOf, editorOf, messengers, unmistakableOn } from '../../../src/content/composers/index.ts';
import { covers } from '../../../src/messages/patterns.ts';
import { messengers as offered } from '../../../src/sites/messengers.ts';

interface Row {
  readonly adapter: string;
  readonly editor: string;
  readonly host: string;
  readonly html: string;
}

const slate = '<div role="textbox" contenteditable="true" data-slate-editor="true" data-here></div>';
const lexical = '<div role="textbox" contenteditable="true" data-lexical-editor="true" data-here></div>';

const COMPOSERS: readonly Row[] = [
  { adapter: 'discord', editor: 'slate', host: 'discord.com', html: `<form><div>${slate}</div></form>` },
  { adapter: 'discord', editor: 'slate', host: 'ptb.discord.com', html: slate },
  {
    adapter: 'slack',
    editor: 'quill',
    host: 'app.slack.com',
    html: '<div data-qa="message_input"><div class="ql-editor" contenteditable="true" role="textbox" data-here></div></div>',
  },
  {
    adapter: 'teams',
    editor: 'ckeditor',
    host: 'teams.microsoft.com',
    html: '<div data-tid="ckeditor" class="ck ck-content ck-editor__editable" role="textbox" contenteditable="true" data-here></div>',
  },
  {
    adapter: 'teams',
    editor: 'contenteditable',
    host: 'teams.live.com',
    html: '<div data-tid="ckeditor"><div role="textbox" contenteditable="true" data-here></div></div>',
  },
  { adapter: 'whatsapp', editor: 'lexical', host: 'web.whatsapp.com', html: `<footer><div>${lexical}</div></footer>` },
  {
    adapter: 'telegram-a',
    editor: 'contenteditable',
    host: 'web.telegram.org',
    html: '<div id="editable-message-text" class="form-control" contenteditable="true" role="textbox" data-here></div>',
  },
  {
    adapter: 'telegram-k',
    editor: 'contenteditable',
    host: 'web.telegram.org',
    html: '<div class="input-message-input i18n" contenteditable="true" dir="auto" data-here></div>',
  },
  { adapter: 'messenger', editor: 'lexical', host: 'www.messenger.com', html: lexical },
  { adapter: 'messenger', editor: 'lexical', host: 'www.facebook.com', html: lexical },
  {
    adapter: 'google-chat',
    editor: 'contenteditable',
    host: 'chat.google.com',
    html: '<div role="textbox" g_editable="true" contenteditable="true" class="editable" data-here></div>',
  },
  {
    adapter: 'x',
    editor: 'draft',
    host: 'x.com',
    html: '<div data-testid="tweetTextarea_0" class="public-DraftEditor-content" contenteditable="true" role="textbox" data-here></div>',
  },
  {
    adapter: 'x',
    editor: 'textarea',
    host: 'x.com',
    html: '<textarea data-testid="dm-composer-textarea" data-here></textarea>',
  },
  {
    adapter: 'reddit',
    editor: 'lexical',
    host: 'www.reddit.com',
    html: `<shreddit-composer><div slot="rte">${lexical}</div></shreddit-composer>`,
  },
  {
    adapter: 'reddit',
    editor: 'textarea',
    host: 'chat.reddit.com',
    html: '<textarea name="message" data-here></textarea>',
  },
  {
    adapter: 'github',
    editor: 'textarea',
    host: 'github.com',
    html: '<file-attachment><textarea name="comment[body]" class="js-comment-field" data-here></textarea></file-attachment>',
  },
  {
    adapter: 'github',
    editor: 'textarea',
    host: 'github.com',
    html: '<textarea aria-label="Markdown value" placeholder="Leave a comment" data-here></textarea>',
  },
  {
    adapter: 'mattermost',
    editor: 'textarea',
    host: 'chat.example.org',
    html: '<textarea id="post_textbox" data-testid="post_textbox" data-here></textarea>',
  },
  {
    adapter: 'rocket-chat',
    editor: 'textarea',
    host: 'chat.example.org',
    html: '<footer><textarea name="msg" data-here></textarea></footer>',
  },
  {
    adapter: 'element',
    editor: 'contenteditable',
    host: 'app.element.io',
    html: '<div class="mx_BasicMessageComposer_input" contenteditable="true" role="textbox" data-here></div>',
  },
  {
    adapter: 'zulip',
    editor: 'textarea',
    host: 'chat.example.org',
    html: '<textarea id="compose-textarea" name="content" data-here></textarea>',
  },
  {
    adapter: 'the-lounge',
    editor: 'textarea',
    host: 'irc.example.org',
    html: '<form id="form"><textarea id="input" class="mousetrap" data-here></textarea></form>',
  },
  {
    adapter: 'converse',
    editor: 'textarea',
    host: 'xmpp.example.org',
    html: '<form class="sendXMPPMessage"><textarea class="chat-textarea" data-here></textarea></form>',
  },
  { adapter: 'generic', editor: 'slate', host: 'chat.example.org', html: slate },
  { adapter: 'generic', editor: 'lexical', host: 'chat.example.org', html: lexical },
  { adapter: 'generic', editor: 'textarea', host: 'chat.example.org', html: '<textarea data-here></textarea>' },
  { adapter: 'generic', editor: 'textarea', host: 'chat.example.org', html: '<input type="text" data-here>' },
  {
    adapter: 'generic',
    editor: 'prosemirror',
    host: 'chat.example.org',
    html: '<div class="tiptap ProseMirror" contenteditable="true" data-here></div>',
  },
];

const NONE: readonly string[] = [
  '<input type="search" data-here>',
  '<input type="password" data-here>',
  '<textarea readonly data-here></textarea>',
  '<div contenteditable="true" role="searchbox" data-here></div>',
  '<div contenteditable="true" role="combobox" data-slate-editor="true" data-here></div>',
  '<div contenteditable="false" class="input-message-input" data-here></div>',
  '<p data-here>Just text</p>',
];

function elementOf(html: string): Element {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const element = document.querySelector('[data-here]');
  if (!element) throw new Error('The row marks no element.');
  return element;
}

describe.each(COMPOSERS)('on $host: $html', ({ adapter, editor, host, html }) => {
  it(`is ${adapter}, made of ${editor}`, () => {
    const element = elementOf(html);
    expect([adapterOf(element, host)?.name, editorOf(element).name]).toEqual([adapter, editor]);
  });

  it('is claimed by no other messenger', () => {
    const element = elementOf(html);
    const onHost = ({ hosts }: (typeof messengers)[number]) =>
      !hosts || hosts.some((known) => host === known || host.endsWith(`.${known}`));
    const claims = messengers.filter((one) => onHost(one) && element.matches(one.composer)).map(({ name }) => name);
    expect(claims).toEqual(adapter === 'generic' ? [] : [adapter]);
  });
});

it.each(NONE)('%s is no composer', (html) => {
  expect(adapterOf(elementOf(html), 'chat.example.org')).toBeUndefined();
});

it('knows every messenger by at least one row', () => {
  const rows = new Set(COMPOSERS.map(({ adapter }) => adapter));
  expect(messengers.map(({ name }) => name).filter((name) => !rows.has(name))).toEqual([]);
});

it.each(COMPOSERS.filter(({ adapter }) => messengers.some(({ name, hosts }) => hosts && name === adapter)))(
  '$host, where $adapter is known, can be switched on by name',
  ({ host }) => {
    const origins = offered.flatMap((messenger) => messenger.origins);
    expect(covers(origins, `https://${host}/`)).toBe(true);
  },
);

it('takes no other host for one that it knows', () => {
  expect(adapterOf(elementOf(slate), 'notdiscord.com')?.name).toBe('generic');
  expect(adapterOf(elementOf(slate), 'discord.com.example.org')?.name).toBe('generic');
});

it.each(['x.com', 'www.reddit.com', 'www.facebook.com'])('takes no public post box by sight on %s', (host) => {
  const bySight = unmistakableOn(host).map(({ name }) => name);
  for (const name of ['x', 'reddit', 'messenger']) expect(bySight).not.toContain(name);
});
