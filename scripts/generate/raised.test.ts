import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { titleOf } from '../../test/support/pages.ts';
import { everyReasonSaid } from '../../test/support/said-reasons.ts';
import { repositoryPath } from './generated-file.ts';
import { raisedByTests } from './raised.ts';

const AGAIN = 'node scripts/run.mjs scripts/generate/raised.ts';

test(`what tests raise is written down of tests that there are: ${AGAIN}`, () => {
  const tests = new Set(raisedByTests().map((raised) => raised.test));
  assert.ok(tests.size > 20);
  assert.deepEqual(
    [...tests].filter((path) => !existsSync(repositoryPath(path))),
    [],
  );
});

test(`a reason that tests raise on a page is said there as it was then: ${AGAIN}`, () => {
  const said = Map.groupBy(everyReasonSaid(), ({ service, action, reason }) =>
    [titleOf(service), action, reason].join(' '),
  );
  const old = raisedByTests().filter(({ page, action, reason, code }) => {
    const today = said.get([page, action, reason].join(' '));
    return today !== undefined && !today.some((one) => one.code === code);
  });
  assert.deepEqual(old, []);
});
