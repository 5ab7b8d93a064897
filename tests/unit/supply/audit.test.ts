import { expect, it } from 'vitest';
import { auditOf } from '../../../tools/supply/audit.ts';

it('an answer without weaknesses is told from no answer', () => {
  expect(auditOf('{"vulnerabilities": {}}')).toEqual({ asked: true, findings: [] });
  expect(auditOf('')).toMatchObject({ asked: false, why: expect.stringMatching(/no JSON/) });
  expect(auditOf('{}')).toMatchObject({ asked: false });
});

it('weaknesses are told with their package, its versions and how grave they are', () => {
  const output = JSON.stringify({ vulnerabilities: { idb: { severity: 'high', range: '<9', via: [] } } });
  expect(auditOf(output)).toEqual({ asked: true, findings: ['idb <9: high'] });
});

it("a refusal is told without the registry's address", () => {
  const output = JSON.stringify({ message: '503 Service Unavailable - POST https://registry.test/-/npm/v1/audit' });
  expect(auditOf(output)).toEqual({ asked: false, why: '503 Service Unavailable' });
});
