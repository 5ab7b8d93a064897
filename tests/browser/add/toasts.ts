/** Reads and clicks toasts through DevTools: they stand in a closed shadow tree, shut to the page and to its tests. */
import type { CDPSession, Page } from 'playwright-core';
import { eventually } from '../support/extension.ts';

interface Node {
  readonly nodeId: number;
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

export interface SeenToast {
  readonly kind: string;
  readonly role: string;
  readonly text: string;
  readonly buttons: readonly string[];
}

const attribute = (node: Node, name: string): string | undefined => {
  const at = (node.attributes ?? []).findIndex((value, index) => index % 2 === 0 && value === name);
  return at < 0 ? undefined : node.attributes?.[at + 1];
};

const inside = (node: Node): Node[] => [...(node.shadowRoots ?? []), ...(node.children ?? [])];
const all = (node: Node, fits: (node: Node) => boolean): Node[] => [
  ...(fits(node) ? [node] : []),
  ...inside(node).flatMap((child) => all(child, fits)),
];
const textOf = (node: Node): string =>
  all(node, (inner) => inner.nodeName === '#text')
    .map((n) => n.nodeValue)
    .join('');

async function withDom<T>(page: Page, use: (hosts: Node[], session: CDPSession) => Promise<T> | T): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
    return await use(
      all(root, (node) => attribute(node, 'data-gurn-toasts') !== undefined),
      session,
    );
  } finally {
    await session.detach();
  }
}

const isToast = (node: Node): boolean => /^toast /.test(attribute(node, 'class') ?? '');
const buttonsOf = (node: Node): Node[] => all(node, ({ nodeName }) => nodeName === 'BUTTON');

/** The toasts that stand in the page, the oldest first. */
export const toasts = (page: Page): Promise<SeenToast[]> =>
  withDom(page, (hosts) =>
    hosts
      .flatMap((host) => all(host, isToast))
      .map((toast) => {
        const [words] = all(toast, ({ nodeName }) => nodeName === 'P');
        return {
          kind: (attribute(toast, 'class') ?? '').replace('toast ', ''),
          role: words ? (attribute(words, 'role') ?? '') : '',
          text: words ? textOf(words) : '',
          buttons: buttonsOf(toast).map((button) => attribute(button, 'aria-label') ?? textOf(button)),
        };
      }),
  );

/** The result of the latest addition, once there is one. */
export async function result(page: Page, timeout = 60_000): Promise<SeenToast> {
  const seen = await eventually(
    () => toasts(page),
    (shown) => shown.length > 0 && shown.every(({ kind }) => kind !== 'working'),
    timeout,
  );
  const last = seen.at(-1);
  if (!last) throw new Error('no toast');
  return last;
}

/** Where a toast's button is, in the page's pixels. */
export const placeOf = (page: Page, label: string): Promise<{ x: number; y: number }> =>
  withDom(page, async (hosts, session) => {
    const named = hosts.flatMap(buttonsOf).find((node) => (attribute(node, 'aria-label') ?? textOf(node)) === label);
    if (!named) throw new Error(`no button "${label}"`);
    const { model } = await session.send('DOM.getBoxModel', { backendNodeId: named.backendNodeId });
    const [left = 0, top = 0] = model.content;
    return { x: left + model.width / 4, y: top + model.height / 4 };
  });

export async function press(page: Page, label: string): Promise<void> {
  const { x, y } = await placeOf(page, label);
  await page.mouse.click(x, y);
}

/** Takes away what stands there, as the person does. */
export async function closeToasts(page: Page): Promise<void> {
  while ((await toasts(page)).length > 0) await press(page, 'Close');
}
