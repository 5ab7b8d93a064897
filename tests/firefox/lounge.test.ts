import { lounge } from '../messengers/lounge/scenario.ts';
import { firefoxUsers } from '../messengers/support/firefox.ts';
import { playIn } from '../messengers/support/stage.ts';

playIn('Firefox', firefoxUsers, [lounge]);
