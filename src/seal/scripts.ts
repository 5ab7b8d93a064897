/** Trusted Types, which each document's policy requires: HTML is not read at all, and scripts are Gurn's own. */
import { isOwn } from './own.ts';

interface Factory {
  createPolicy(name: 'default', rules: { readonly createScriptURL: (address: string) => string | null }): unknown;
}

/** The one policy there may be; without a rule for it, HTML and text as script are refused. */
export function trustOwnScripts(view: Window & { readonly trustedTypes?: Factory }): void {
  view.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => (isOwn(new URL(address, location.href).href) ? address : null),
  });
}
