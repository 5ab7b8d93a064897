/**
 * What the background notes for itself in `storage.local` (sites that are switched on, additions under way) is no
 * business of content scripts, which may read it unless told otherwise. Firefox has no such choice (docs/privacy.md).
 */
export function closeNotes(): void {
  const { local } = chrome.storage;
  if (!('setAccessLevel' in local)) return;
  local
    .setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })
    .catch((error: unknown) => console.error('Gurn: its notes could not be closed to content scripts', error));
}
