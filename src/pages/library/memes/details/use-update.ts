import { useState } from 'preact/hooks';
import type { Meme } from '../../../../library/index.ts';
import { useModel } from '../../model.ts';

export interface Update {
  /** What went wrong with the last change, in words; '' when nothing did. */
  readonly trouble: string;
  save(fields: { name?: string; tags?: readonly string[] }): Promise<void>;
}

/** Changes a meme's name or tags. */
export function useUpdate({ id }: Meme): Update {
  const { memes } = useModel().ports.library;
  const [trouble, setTrouble] = useState('');
  return {
    trouble,
    async save(fields) {
      try {
        await memes.update(id, fields);
        setTrouble('');
      } catch (error) {
        setTrouble(`Not saved: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
  };
}
