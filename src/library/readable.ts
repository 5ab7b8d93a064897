/**
 * Whether a picture's file is there, all of it. It is read whole: a part that lies beyond the end of a file which became
 * shorter is never answered (Chromium 156).
 */
export async function canBeRead(picture: Blob): Promise<boolean> {
  try {
    return (await picture.arrayBuffer()).byteLength === picture.size;
  } catch (error) {
    console.warn('Gurn: the file of a picture cannot be read', error);
    return false;
  }
}
