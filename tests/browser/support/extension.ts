/** What browser tests drive Gurn with. */
export { type Gurn, type LaunchOptions, launchGurn } from '../../../tools/driver/extension.ts';
export { attach, listTargets, type Target, type TargetInfo } from '../../../tools/driver/target.ts';
export { eventually } from './eventually.ts';
