import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulatedClock } from '#kernel/clock.ts';
import type { Action } from '#wire/action.ts';
import type { ActionOf } from '#wire/dialect.ts';
import { documentedThrottle, noThrottle } from './throttle.ts';

const one = { account: '1', principal: '1' };
const two = { account: '1', principal: '2' };
const pages = { page: () => undefined };
const describe = foundAction('DescribeInstances', 40);
const launch = foundAction('RunInstances', 10);

function foundAction(name: string, ratePerSecond: number | undefined): ActionOf {
  return { service: { pages: { ...pages, ratePerSecond } }, action: { name } as Action } as never;
}

test('a second lets as many pass as its page says, and the next second as many again', () => {
  const wall = simulatedClock(0);
  const mayPass = documentedThrottle(wall);
  const passed = (): number =>
    Array.from({ length: 100 }, () => mayPass(one, launch, 'ap-guangzhou')).filter(Boolean).length;
  assert.equal(passed(), 10);
  wall.advance(99);
  assert.equal(passed(), 0);
  wall.advance(1);
  assert.equal(passed(), 1);
  wall.advance(60_000);
  assert.equal(passed(), 10);
});

test('principals, actions and regions do not take from each other', () => {
  const mayPass = documentedThrottle(simulatedClock(0));
  while (mayPass(one, launch, 'ap-guangzhou'));
  assert.equal(mayPass(one, describe, 'ap-guangzhou'), true);
  assert.equal(mayPass(one, launch, 'ap-beijing'), true);
  assert.equal(mayPass(two, launch, 'ap-guangzhou'), true);
});

test('what is remembered is bounded: the longest unused goes first', () => {
  const mayPass = documentedThrottle(simulatedClock(0), 2);
  while (mayPass(one, launch, 'a'));
  assert.equal(mayPass(one, launch, 'b'), true);
  assert.equal(mayPass(one, launch, 'a'), false);
  assert.equal(mayPass(one, launch, 'c'), true);
  assert.equal(mayPass(one, launch, 'a'), false);
});

test('off, everything passes', () => {
  assert.ok(Array.from({ length: 1_000 }, () => noThrottle(one, launch, '')).every(Boolean));
});

test('what no document limits passes', () => {
  const mayPass = documentedThrottle(simulatedClock(0));
  const free = foundAction('DescribeThings', undefined);
  assert.ok(Array.from({ length: 1_000 }, () => mayPass(one, free, '')).every(Boolean));
});
