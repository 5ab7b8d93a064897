import { expect, it } from 'vitest';
import { figuresOf } from '../../../tools/test/suite.ts';

const file = (status: 'passed' | 'failed', ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

it('counts a file that broke in a hook beside a test that failed in another', () => {
  const testResults = [file('failed', 'failed', 'passed'), file('failed', 'skipped'), file('failed'), file('passed')];
  const report = { numPassedTests: 1, numFailedTests: 1, testResults };
  expect(figuresOf(report, 1)).toEqual({ passed: 1, failed: 3 });
});

it('counts a run that failed with nothing to blame', () => {
  const report = { numPassedTests: 2, numFailedTests: 0, testResults: [file('passed', 'passed', 'passed')] };
  expect(figuresOf(report, 1)).toEqual({ passed: 2, failed: 1 });
  expect(figuresOf(report, 0)).toEqual({ passed: 2, failed: 0 });
});
