/**
 * Whether a picture's file is there, all of it. It is read whole: a part that lies beyond the end of a file which became
 * shorter is never answered (Chromium 156).
 */
export const canBeRead = async (picture: Blob): Promise<boolean> => (await readWhole(picture)) !== undefined;

/** The bytes of a picture; `undefined` when its file is gone, or not all there. */
export async function readWhole(picture: Blob): Promise<ArrayBuffer | undefined> {
  try {
    const bytes = await picture.arrayBuffer();
    return bytes.byteLength === picture.size ? bytes : undefined;
  } catch (error) {
    console.warn('Gurn: the file of a picture cannot be read', error);
    return undefined;
  }
}
