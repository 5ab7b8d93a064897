import { type RefObject, useEffect, useState } from 'react';

/** Files that came without text: Discord ignores files when text comes along. */
const filesIn = (transfer: DataTransfer | null): readonly File[] =>
  transfer && !transfer.types.includes('text/plain') ? [...transfer.files] : [];

/**
 * Takes pasted and dropped files the way Discord does: through listeners on the document, not on the editor.
 * @returns whether a file is being dragged over the pane, so that a drop zone can be shown
 */
export function useDocumentFiles(
  pane: RefObject<HTMLElement | null>,
  attach: (files: readonly File[]) => void,
): boolean {
  const [depth, setDepth] = useState(0);

  useEffect(() => {
    const stop = new AbortController();
    const listen = <K extends keyof DocumentEventMap>(
      type: K,
      listener: (event: DocumentEventMap[K]) => void,
    ): void => {
      const inPane = (event: DocumentEventMap[K]): void => {
        if (pane.current && event.composedPath().includes(pane.current)) listener(event);
      };
      document.addEventListener(type, inPane, { signal: stop.signal });
    };
    const take = (event: Event, transfer: DataTransfer | null): void => {
      const files = filesIn(transfer);
      if (files.length === 0) return;
      event.preventDefault();
      attach(files);
    };
    listen('paste', (event) => take(event, event.clipboardData));
    listen('dragenter', () => setDepth((before) => before + 1));
    listen('dragleave', () => setDepth((before) => Math.max(0, before - 1)));
    listen('dragover', (event) => event.preventDefault());
    listen('drop', (event) => {
      setDepth(0);
      take(event, event.dataTransfer);
    });
    return () => stop.abort();
  }, [pane, attach]);

  return depth > 0;
}
