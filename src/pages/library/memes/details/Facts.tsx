import type { ComponentChildren, JSX } from 'preact';
import type { Meme } from '../../../../library/index.ts';
import { dateInWords, sizeInWords, sourceInWords, typeInWords, usedInWords } from '../words.ts';

export function Facts({ meme }: { meme: Meme }): JSX.Element {
  return (
    <dl class="facts small">
      <Fact label="From">
        <Source meme={meme} />
      </Fact>
      {meme.title && <Fact label="Page">{meme.title}</Fact>}
      <Fact label="Type">{typeInWords(meme)}</Fact>
      <Fact label="Size">{sizeInWords(meme)}</Fact>
      <Fact label="Added">{dateInWords(meme.added)}</Fact>
      <Fact label="Used">{usedInWords(meme)}</Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt class="quiet">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** `https://example.org/cats (downloaded)`: the address is a link. */
function Source({ meme }: { meme: Meme }): JSX.Element {
  const [address] = /^https?:\/\/\S+/.exec(meme.source) ?? [];
  if (!address) return <>{sourceInWords(meme)}</>;
  return (
    <>
      <a href={address} target="_blank" rel="noopener noreferrer">
        {address}
      </a>
      {meme.source.slice(address.length)}
    </>
  );
}
