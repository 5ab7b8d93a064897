import { describe, expect, it } from 'vitest';
import { covers } from '../../../src/messages/patterns.ts';

describe('a pattern covers', () => {
  it.each([
    ['https://discord.com/*', 'https://discord.com/channels/1'],
    ['https://*.zulipchat.com/*', 'https://team.zulipchat.com/'],
    ['https://*.zulipchat.com/*', 'https://zulipchat.com/'],
    ['http://chat.lan/*', 'http://chat.lan:9000/'],
    ['http://127.0.0.1:8065/*', 'http://127.0.0.1:8065/'],
  ])('%s: %s', (pattern, address) => {
    expect(covers([pattern], address)).toBe(true);
  });
});

describe('a pattern does not cover', () => {
  it.each([
    ['https://discord.com/*', 'http://discord.com/'],
    ['https://discord.com/*', 'https://discord.com.evil.example/'],
    ['https://discord.com/*', 'https://evildiscord.com/'],
    ['https://*.zulipchat.com/*', 'https://evilzulipchat.com/'],
    ['https://discord.com/*', 'https://ptb.discord.com/'],
    ['http://127.0.0.1:8065/*', 'http://127.0.0.1:9000/'],
    ['nonsense', 'https://discord.com/'],
    ['https://discord.com/*', 'about:blank'],
    ['https://discord.com/*', ''],
  ])('%s: %s', (pattern, address) => {
    expect(covers([pattern], address)).toBe(false);
  });
});
