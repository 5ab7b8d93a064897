/** What Gurn learned from the memes that were picked: said, switched off, forgotten. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Switch } from '../../../ui/Switch.tsx';
import { count } from '../../../ui/words.ts';
import { useModel } from '../model.ts';

export function Learning(): JSX.Element {
  const { picks } = useModel().ports.library;
  const [on, setOn] = useState<boolean>();
  const [remembered, setRemembered] = useState(0);
  const [note, setNote] = useState('');
  useEffect(() => {
    const fail = (error: unknown): void => setNote(error instanceof Error ? error.message : String(error));
    const read = (): void => {
      Promise.all([picks.isOn(), picks.count()]).then(([isOn, many]) => {
        setOn(isOn);
        setRemembered(many);
      }, fail);
    };
    read();
    return picks.subscribe(read);
  }, [picks]);

  const change = (work: Promise<void>, done: string): void => {
    work.then(
      () => setNote(done),
      (error: unknown) => setNote(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <>
      <h3>Learning from what you pick</h3>
      <p class="small quiet">
        When you insert or copy a meme, Gurn remembers on this computer for which face, and shows that meme a little
        earlier for faces like it; a much closer meme always stays in front.
      </p>
      {on !== undefined && (
        <Switch
          label="Learn from what I pick"
          on={on}
          onChange={(wanted) => change(picks.turn(wanted), wanted ? '' : 'What was learned is not used any more.')}
        />
      )}
      <div class="actions">
        <button
          type="button"
          class="button small"
          disabled={remembered === 0}
          onClick={() => change(picks.forget(), 'Forgotten.')}
        >
          {remembered === 0 ? 'Nothing learned yet' : `Forget ${count(remembered, 'pick')}`}
        </button>
      </div>
      <p class="small quiet" role="status">
        {note}
      </p>
    </>
  );
}
