/** Whether a picture's file is there to its end. The browser refuses to read one that is shorter than it was. */
export async function canBeRead(picture: Blob): Promise<boolean> {
  try {
    await picture.slice(-1).arrayBuffer();
    return true;
  } catch (error) {
    console.warn('Gurn: the file of a picture cannot be read', error);
    return false;
  }
}
