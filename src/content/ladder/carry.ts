/** Puts a file into a transfer, so that the page can take it out. */
export const putInto = (transfer: DataTransfer | null, file: File): void => {
  transfer?.items.add(file);
};
