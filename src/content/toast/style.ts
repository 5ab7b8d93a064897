/** The toasts' looks. Nothing of the page reaches in: a closed shadow tree, and a host that the page cannot style. */

const CSS = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto 16px 16px auto !important;
  z-index: 2147483647 !important;
  display: block !important;
  max-width: calc(100vw - 32px) !important;
  color-scheme: light dark !important;
  pointer-events: none !important;
}
:host([hidden]) { visibility: hidden !important; }
.stack { display: flex; flex-direction: column; gap: 8px; align-items: flex-end; }
.toast {
  --paper: #ffffff; --ink: #221a15; --edge: #d9cabb; --sign: #685a50;
  --fill: #f0640f; --on-fill: #1d120b; --focus: #a23b00;
  box-sizing: border-box; display: flex; align-items: center; gap: 10px;
  max-width: min(380px, 100%); min-height: 48px; padding: 10px 8px 10px 14px;
  border: 1px solid var(--edge); border-radius: 12px; background: var(--paper); color: var(--ink);
  font: 500 14px/1.4 "Segoe UI", system-ui, "Noto Sans", sans-serif; text-align: start; overflow-wrap: anywhere;
  box-shadow: 0 2px 6px rgb(0 0 0 / 18%), 0 8px 28px rgb(0 0 0 / 22%);
  pointer-events: auto; animation: come 180ms ease-out;
}
.done { --sign: #17693f; }
.error { --sign: #ae2a20; }
.question { --sign: #a23b00; }
p { margin: 0; flex: 1; }
.sign { flex: none; width: 10px; height: 10px; border-radius: 50%; background: var(--sign); }
.working .sign { background: none; border: 2px solid var(--sign); border-top-color: transparent;
  animation: turn 0.9s linear infinite; }
button { font: inherit; color: inherit; cursor: pointer; border: 0; border-radius: 8px; }
button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.add { flex: none; min-height: 32px; padding: 4px 12px; background: var(--fill);
  color: var(--on-fill); font-weight: 600; }
.add:hover { filter: brightness(1.08); }
.close { flex: none; width: 32px; height: 32px; padding: 0; background: none;
  font-size: 18px; line-height: 1; opacity: 0.75; }
.close:hover { opacity: 1; background: rgb(128 128 128 / 20%); }
@keyframes come { from { opacity: 0; transform: translateY(8px); } }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-color-scheme: dark) {
  .toast {
    --paper: #272019; --ink: #f8f0e9; --edge: #54463c; --sign: #bcaca0;
    --fill: #ff8d4a; --focus: #ffab78;
  }
  .done { --sign: #7fdcaa; }
  .error { --sign: #ff9a90; }
  .question { --sign: #ffab78; }
}
@media (prefers-reduced-motion: reduce) {
  .toast { animation: none; }
  .working .sign { animation-duration: 3s; }
}
@media (forced-colors: active) {
  .sign { forced-color-adjust: none; }
  .add, .close { border: 1px solid; }
}
`;

/** Constructed, not a `<style>`: a page's policy has no say in it. */
export function createSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  return sheet;
}
