/** What npm runs after an installation: code that is compiled, so that checks and tests find it. */
import { buildKernel } from './kernel.ts';

await buildKernel();
