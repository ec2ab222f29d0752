import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayFault } from '#apis/fault-words.ts';
import type { FaultMaker } from '#kernel/fault.ts';
import { faultNouns } from '#resources/nouns.ts';
import { codesOfPage, nameOf } from './support/pages.ts';
import { everyReasonSaid, speechOf } from './support/said-reasons.ts';

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

test('every refusal is told in a sentence, not by its code alone', () => {
  const makers = faultNouns as Readonly<Record<string, Readonly<Record<string, FaultMaker>>>>;
  const bare = everyReasonSaid().flatMap(({ service, action: name, reason }) => {
    const [noun = '', which = ''] = reason.split('.');
    const action = service.actions.find((one) => one.name === name);
    const make = makers[noun]?.[which];
    // Broken constraints have a sentence about their parameter.
    if (make === undefined || action === undefined) return [];
    const { code, message } = sayFault(
      make({ state: 'running' }),
      { service, action },
      speechOf(service),
    );
    return message.includes(' ')
      ? []
      : [`${nameOf(service)} ${name} ${reason}: ${code} ${message}`];
  });
  assert.deepEqual([...new Set(bare)], []);
});
