import { chromiumUsers } from '../support/chromium.ts';
import { describeLounge } from './scenario.ts';

describeLounge('Chromium', chromiumUsers);
