import { converse } from './converse/scenario.ts';
import { lounge } from './lounge/scenario.ts';
import { chromiumUsers } from './support/chromium.ts';
import { playIn } from './support/stage.ts';

playIn('Chromium', chromiumUsers, [lounge, converse]);
