import type { Searchable } from '../../../src/library/search/index.ts';

export const memeOf = (id: string, fields: Partial<Searchable> = {}): Searchable => ({
  id,
  name: 'A picture',
  tags: [],
  title: '',
  source: 'file.png',
  ...fields,
});
