/** What a meme shows, told apart by eye on 2026-11-28: a detector is asked for human faces, and praised for drawn ones. */
import type { PictureSet } from './set.ts';

/** `human`: a photographed face that a person can see, however dark, small or half hidden; `drawn`: painted, animated, a puppet. */
export type Shows = 'human' | 'drawn' | 'none';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Names without their extension. What is in neither list shows a human face. */
const DRAWN = words(`
  3hd ants bad balloon bender bus buzz cbb cbg ch country crow cryingfloor dragon ds elmo fa feelsgood fine firsttry fry
  gears genie gone gru headaches imsorry jd jetpack kermit light made mb midwit money noah ntot panik-kalm-panik patrick
  philosoraptor pigeon pooh remembers reveal sadfrog say ski sohappy spiderman spongebob stonks stop touch ugandanknuck
  wallet waygd wishes worst xy yuno zero-wing
  Advice-God Booty-Warrior Crying-Because-Of-Cute Determined-Guy-Rage-Face Gollum Jackie-Chan-WTF Merida-Brave
  Metal-Jesus Rob-In-The-Hood Robots Uncle-Sam Well-Yes-But-Actually-No
`);

/** Animals, things, masks, and people whose faces are not to be seen. */
const NONE = words(`
  _error ackbar ams astronaut awesome-awkward awesome awkward-awesome awkward biw boat bs cb cheems doge drowning exit
  facepalm fbf gb grumpycat handshake home icanhas iw ll mouth noidea persian puffin sarcasticbear sb seagull sf snek soa
  spirit tried
`);

export function shows(file: string): Shows {
  const name = file.replace(/\.\w+$/, '');
  if (DRAWN.has(name)) return 'drawn';
  return NONE.has(name) ? 'none' : 'human';
}

/** Of the pictures that show `what`, the places in the set. */
export const placesOf = (set: PictureSet, what: Shows): number[] =>
  set.ids.flatMap((id, place) => (shows(id) === what ? [place] : []));
