import type { Attachment } from './attachments.ts';

export interface Person {
  readonly name: string;
  readonly hue: number;
}

export interface Message {
  readonly id: string;
  readonly from: Person;
  readonly time: string;
  readonly text: string;
  readonly picture?: { readonly src: string; readonly alt: string };
  readonly attachments?: readonly Attachment[];
}

export const you: Person = { name: 'You', hue: 20 };
const ines: Person = { name: 'Ines', hue: 285 };
const tomasz: Person = { name: 'Tomasz', hue: 165 };
const priya: Person = { name: 'Priya', hue: 215 };
const leo: Person = { name: 'Leo', hue: 95 };

/** A message of the sample conversation; the order makes the id. */
const said = (from: Person, time: string, text: string, picture?: Message['picture']): Message => ({
  id: `${from.name} ${time}`,
  from,
  time,
  text,
  ...(picture && { picture }),
});

export const friends: readonly Message[] = [
  said(tomasz, '18:02', 'Who put pineapple on the grocery list. Again.'),
  said(ines, '18:03', 'It lists itself at this point.'),
  said(leo, '18:04', 'Here is me, reading the ingredients:', {
    src: './pictures/astonished.png',
    alt: 'A drawn face, astonished, with its mouth wide open',
  }),
  said(ines, '18:05', 'Keep that face. You will need it when you see the bill.'),
];

export const team: readonly Message[] = [
  said(priya, '09:41', 'The build is green. Nobody touch anything.', {
    src: './pictures/build-is-green.png',
    alt: 'A drawing of a plant that grows out of a keyboard, in the sun',
  }),
  said(leo, '09:42', 'I have a tiny refactoring ready …'),
  said(tomasz, '09:42', 'The cat has seen your tiny refactorings.', {
    src: './pictures/unimpressed-cat.png',
    alt: 'A drawing of a cat that is not impressed',
  }),
];
