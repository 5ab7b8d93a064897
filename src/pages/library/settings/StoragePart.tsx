/** How much room the memes take, how much is left, and whether the browser may delete them. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Room } from '../../../library/storage.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { bytesInWords, count } from '../../../ui/words.ts';
import { useModel } from '../model.ts';

export function StoragePart(): JSX.Element {
  const { ports, gallery } = useModel();
  const { all } = gallery.collection;
  const [room, setRoom] = useState<Room>();
  const [note, setNote] = useState('');
  const memes = all.value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when there are more or fewer memes
  useEffect(() => {
    ports.room().then(
      (told) => (told ? setRoom(told) : setNote('The browser does not say how much room there is.')),
      (error: unknown) => setNote(error instanceof Error ? error.message : String(error)),
    );
  }, [ports, memes.length]);
  const pictures = memes.reduce((sum, { size }) => sum + size, 0);
  return (
    <>
      <h3>Storage</h3>
      {room?.low && (
        <p class="room-low" role="alert">
          <Icon name="alert" />
          <span>
            Little room is left. Free some disk space, or delete memes that you do not need: when the disk is full,
            nothing can be added. What is there stays.
          </span>
        </p>
      )}
      {room && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: browsers draw a meter each in their own way */}
          <div
            class={`bar ${room.low ? 'low' : ''}`}
            role="meter"
            aria-label="Room that your memes take"
            aria-valuenow={room.used}
            aria-valuemin={0}
            aria-valuemax={room.used + room.left}
            aria-valuetext={`${bytesInWords(room.used)} taken, ${bytesInWords(room.left)} left`}
          >
            <span style={{ width: `${Math.max(1, (100 * room.used) / (room.used + room.left))}%` }} />
          </div>
          <dl class="room small">
            <dt>{count(memes.length, 'picture')}</dt>
            <dd>{bytesInWords(pictures)}</dd>
            <dt>With their thumbnails, faces and all else</dt>
            <dd>{bytesInWords(room.used)}</dd>
            <dt>Left on this computer</dt>
            <dd>{bytesInWords(room.left)}</dd>
          </dl>
          <p class="small quiet">
            {room.kept
              ? 'The browser does not delete your memes by itself, not even when the disk gets full. They go when you remove Gurn.'
              : 'The browser may delete your memes when the disk gets full. Export a pack now and then as a backup.'}
          </p>
        </>
      )}
      {note && (
        <p class="small quiet" role="status">
          {note}
        </p>
      )}
    </>
  );
}
