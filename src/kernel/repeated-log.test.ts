import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulatedClock } from './clock.ts';
import type { Log } from './log.ts';
import { repeatedLog } from './repeated-log.ts';

test('the first of a kind is logged at once, the rest as a number after ten seconds', () => {
  const lines: string[] = [];
  const line = (_: object, message: string): void => void lines.push(message);
  const log: Log = { debug: line, info: line, warn: line, error: line };
  const clock = simulatedClock(0);
  const tell = repeatedLog(log, clock);
  for (let time = 0; time < 5_000; time += 1) tell('full', {}, 'Store away.');
  tell('other', {}, 'Bug.');
  assert.deepEqual(lines, ['Store away.', 'Bug.']);
  clock.advance(10_000);
  assert.deepEqual(lines.splice(0), ['Store away.', 'Bug.', 'Store away. And 4999 more like it.']);
  tell('full', {}, 'Store away.');
  assert.deepEqual(lines.splice(0), ['Store away.']);
  for (let kind = 0; kind < 10_000; kind += 1) tell(`kind ${kind}`, {}, 'Bug.');
  assert.ok(lines.length <= 65, `${lines.length}`);
  clock.advance(10_000);
  assert.ok(lines.length <= 130, `${lines.length}`);
});
