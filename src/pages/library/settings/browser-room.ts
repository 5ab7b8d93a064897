import browser from 'webextension-polyfill';
import { askToKeep, type Room, roomOf } from '../../../library/storage.ts';

const isUnlimited = (): boolean => browser.runtime.getManifest().permissions?.includes('unlimitedStorage') ?? false;

export const browserRoom = (): Promise<Room | undefined> => roomOf(navigator.storage, isUnlimited());

/** Nothing depends on the answer: the settings say what it was. */
export async function keepStorage(): Promise<void> {
  try {
    await askToKeep(navigator.storage);
  } catch (error) {
    console.warn('Gurn: the browser could not be asked to keep the library', error);
  }
}
