import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesOfPage, nameOf } from './support/pages.ts';
import { everyReasonSaid } from './support/said-reasons.ts';

// D10: whatever an action refuses for comes out, on each page, as a code of that page.

test('every reason of every action is said with a code of its page', () => {
  const stray = everyReasonSaid().flatMap(({ service, action, reason, code, status }) => {
    const listed = codesOfPage(service, action).get(code) ?? [];
    const isListed = listed.some((one) => one.status === status);
    return isListed ? [] : [`${nameOf(service)} ${action} ${reason}: ${code} ${status}`];
  });
  assert.deepEqual([...new Set(stray)], []);
});

test('no reason ends at the last resort, which tells a client nothing', () => {
  const lost = everyReasonSaid().filter(({ step }) => step === 'last');
  const lines = lost.map(({ service, action, reason }) => `${nameOf(service)} ${action} ${reason}`);
  assert.deepEqual([...new Set(lines)], []);
});
