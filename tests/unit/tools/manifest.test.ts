import { expect, it } from 'vitest';
import { manifestFor } from '../../../tools/manifest.ts';

it("asks for the first Chrome that keeps a page's address from the sites that do not know it", () => {
  const { minimum_chrome_version: least, web_accessible_resources: open } = manifestFor('chromium') as {
    minimum_chrome_version: string;
    web_accessible_resources: { use_dynamic_url: boolean }[];
  };
  expect(open.every(({ use_dynamic_url }) => use_dynamic_url)).toBe(true);
  // Before 130 Chrome ignores `use_dynamic_url`.
  expect(Number(least)).toBeGreaterThanOrEqual(130);
});

it('has Firefox itself open the popup at the shortcut, and the matches in the page in no Firefox', () => {
  const { commands } = manifestFor('firefox') as { commands: Record<string, { suggested_key: { default: string } }> };
  expect(Object.keys(commands)).toEqual(['_execute_action']);
  expect(commands._execute_action?.suggested_key.default).toBe('Alt+Shift+M');
});
