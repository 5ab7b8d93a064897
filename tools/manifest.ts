/**
 * The manifest of each browser's build. `manifest.json` is Chromium's; what Firefox needs otherwise is said here and
 * nowhere else.
 */
import manifest from '../manifest.json' with { type: 'json' };

export type Target = 'chromium' | 'firefox';

/** Firefox knows an extension by this, also across updates. */
export const GECKO_ID = '{8f1c3b52-6a0e-4d67-9c1b-2f4de07a95b4}';

/** The first whose content scripts may adopt style sheets (bug 1751346); Debian's present long-term release. */
const OLDEST_FIREFOX = '153.0';

/**
 * The browser's own command opens the popup while the key press still counts as one: from an event's listener, which
 * has to ask first where it is, Firefox would refuse. It has no panel in a page that would have to be opened instead.
 */
function commandsOf({ 'open-matches': { suggested_key } }: typeof manifest.commands) {
  return { _execute_action: { suggested_key, description: 'Open Gurn' } };
}

/** Firefox has no offscreen document. There the engine's document is framed by Gurn's own pages, and by no other. */
function firefox() {
  // No page frames anything of Gurn's there: see src/background/panel/shortcut.firefox.ts.
  const { minimum_chrome_version: _, web_accessible_resources: __, ...shared } = manifest;
  const { background, permissions, content_security_policy, action, commands, ...rest } = shared;
  const { extension_pages } = content_security_policy;
  return {
    ...rest,
    browser_specific_settings: {
      gecko: {
        id: GECKO_ID,
        strict_min_version: OLDEST_FIREFOX,
        data_collection_permissions: { required: ['none'] },
      },
    },
    // The icon stands in the toolbar from the start, where Chromium has the person pin it.
    action: { ...action, default_area: 'navbar' },
    commands: commandsOf(commands),
    background: { scripts: [background.service_worker], type: background.type },
    permissions: permissions.filter((permission) => permission !== 'offscreen'),
    content_security_policy: {
      extension_pages: extension_pages.replace(/frame-ancestors [^;]*/, "frame-ancestors 'self'"),
    },
  };
}

/** The manifest to build `target` from. Its paths are those of the sources; the bundler puts in the built ones. */
export const manifestFor = (target: Target) => (target === 'firefox' ? firefox() : manifest);
