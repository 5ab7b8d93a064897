import type { Connection } from './connection.ts';
import type { Layout } from './schema.ts';

/** Where faces lie on the expression map, so that it need not be laid out at each look. */
export interface Layouts {
  /** Of a model's faces; `undefined` when they were never laid out. Keys of faces that are gone may be in it. */
  get(model: string): Promise<Layout | undefined>;
  /** Takes the place of what was kept for this model. */
  put(model: string, layout: Layout): Promise<void>;
}

export function createLayouts(connection: Connection): Layouts {
  return {
    get: (model) => connection.read(['layouts'], (tx) => tx.objectStore('layouts').get(model)),
    async put(model, layout) {
      await connection.write(['layouts'], (tx) => tx.objectStore('layouts').put(layout, model));
    },
  };
}
