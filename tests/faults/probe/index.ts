/**
 * Stands before Gurn's own scripts in the copy of the extension that is tested. Until a test calls one of its hands it
 * only looks on. In the service worker it can let time stand still at any step, so that the browser ends the worker
 * exactly there; in the offscreen document it can close the document at any step, and take camera and GPU away.
 */
import { watchDatabase } from './database.ts';
import { watchExtension, watchRequests } from './extension.ts';
import { type Machine, watchMachine } from './machine.ts';
import { createSteps, type Steps } from './steps.ts';

export interface Probe {
  readonly steps: Steps;
  readonly database: ReturnType<typeof watchDatabase>;
  readonly machine: Machine | undefined;
}

declare global {
  var gurnProbe: Probe;
}

/** In the worker a step stops everything; a document cannot be stopped, so it ends itself. */
const inWorker = !('document' in globalThis);
const steps = createSteps(inWorker ? undefined : () => globalThis.close());

if (inWorker) watchExtension(steps);
watchRequests(inWorker ? 'background' : 'offscreen', steps);
globalThis.gurnProbe = {
  steps,
  database: watchDatabase(steps),
  machine: inWorker ? undefined : watchMachine(steps),
};
