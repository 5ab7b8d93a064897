/** What bringing in needs of the world, besides the library. */
export interface ImportPorts {
  /** Starts the work in the background. Rejects with a message for people. */
  wake(): Promise<void>;
  /** Asks the person for leave to load from these origins (match patterns); to be called while a click is handled. */
  allow(origins: string[]): Promise<boolean>;
  /** Those of the origins that may be loaded from already. */
  granted(origins: readonly string[]): Promise<string[]>;
}
