import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { nameAt } from '#resources/instance/launch-names.ts';
import { hostNameCharactersMax, hostNameIssue, hostNamePattern, namePattern } from './names.ts';

/** Any UTF-16 units, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units));

/** The names of the instances of one launch. */
function expandName(text: string, count: number): string[] {
  const names = namePattern(text, count);
  return Array.from({ length: count }, (_, index) => nameAt(names, index));
}

/** The host names of one launch, given its private addresses. */
function expandHostName(text: string, given: readonly string[]): string[] {
  const names = hostNamePattern(text, given.length);
  return given.map((address, index) => nameAt(names, index, { address, id: '' }));
}

const addresses = ['10.0.12.8', '10.0.12.9'];

test('the examples of seed 004 L8734-8746', () => {
  assert.deepEqual(expandName('server_{R:3}', 1), ['server_3']);
  assert.deepEqual(expandName('server_{R:3}', 2), ['server_3', 'server_4']);
  assert.deepEqual(expandName('server_', 2), ['server_1', 'server_2']);
  assert.deepEqual(expandName('server_', 1), ['server_']);
  assert.deepEqual(expandHostName('server{R:3}', addresses), ['server3', 'server4']);
  assert.deepEqual(expandHostName('server', addresses), ['server1', 'server2']);
});

test("the examples of today's SDK", () => {
  assert.deepEqual(expandName('server_{R:3,F:3}', 2), ['server_003', 'server_004']);
  assert.deepEqual(expandName('app_{R:99,F:2}', 2), ['app_99', 'app_100']);
  assert.deepEqual(expandHostName('node-{IP}', ['10.0.12.8']), ['node-10.0.12.8']);
  assert.deepEqual(expandHostName('web-{IP}-{R:1}', addresses), [
    'web-10.0.12.8-1',
    'web-10.0.12.9-2',
  ]);
});

test('several patterns count together, and text may stand before, between and after', () => {
  assert.deepEqual(expandName('a{R:1}b{R:09}c', 2), ['a1b9c', 'a2b10c']);
  assert.deepEqual(expandName('{R:5}{R:7,F:0}', 2), ['57', '68']);
});

test('what is not a pattern is plain text, and then numbers are appended', () => {
  for (const text of ['{}', '{R:}', '{R:x}', '{r:1}', '{R:1', '{R: 1}', '{R:1,F:9}', '{R:-1}']) {
    assert.deepEqual(expandName(text, 1), [text]);
    assert.deepEqual(expandName(text, 2), [`${text}1`, `${text}2`]);
  }
  assert.deepEqual(expandName(`{R:${'9'.repeat(16)}}`, 1), [`{R:${'9'.repeat(16)}}`]);
  // {IP} is a pattern of host names alone.
  assert.deepEqual(expandName('{IP}', 2), ['{IP}1', '{IP}2']);
  assert.deepEqual(expandHostName('n{IP}', addresses), ['n10.0.12.8', 'n10.0.12.9']);
});

test('a launch of n has n names, all different, each made of its own number', () => {
  const text = fc.stringMatching(/^[a-z_.$&-]{0,10}$/);
  const from = fc.nat({ max: 1_000_000 });
  fc.assert(
    fc.property(text, from, text, fc.integer({ min: 1, max: 500 }), (head, x, tail, count) => {
      const names = expandName(`${head}{R:${x}}${tail}`, count);
      assert.equal(names.length, count);
      assert.equal(new Set(names).size, count);
      for (const [index, name] of names.entries()) assert.equal(name, `${head}${x + index}${tail}`);
    }),
  );
});

test('hostile patterns neither throw nor make a name that is much longer than they are', () => {
  const pieces = fc.constantFrom(
    '{R:1}',
    '{R:999999999999999}',
    '{IP}',
    '{',
    '}',
    'R:',
    '😀',
    '$&',
  );
  const pattern = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(pattern, anyText), (text) => {
      for (const name of expandName(text, 500).slice(-2)) assert.ok(name.length <= text.length + 3);
      assert.equal(expandHostName(text, addresses).length, 2);
      hostNameIssue(text, { windows: true, count: 500 });
    }),
  );
});

test('host names: the rules of seed 004 L8802-8814 hold for the finished names', () => {
  const linux = { windows: false, count: 2 };
  const windows = { windows: true, count: 2 };
  assert.equal(hostNameIssue('server{R:3}', linux), undefined);
  assert.equal(hostNameIssue('MyHostName', { windows: true, count: 1 }), undefined);
  assert.equal(hostNameIssue('web.{R:1}', linux), undefined);
  assert.equal(hostNameIssue('web.{R:1}', windows), 'charactersNotAllowed');
  assert.equal(hostNameIssue('node-{IP}', linux), undefined);
  assert.equal(hostNameIssue('node-{IP}', windows), 'tooLong');
  assert.equal(hostNameIssue('{R:1}{R:1}', windows), 'onlyDigits');
  // A hyphen at the end is fine where a number follows it.
  assert.equal(hostNameIssue('server-', linux), undefined);
  assert.equal(hostNameIssue('server-', { windows: false, count: 1 }), 'separatorAtEdge');
  assert.equal(hostNameIssue('server_{R:3}', linux), 'charactersNotAllowed');
  assert.equal(hostNameIssue('a{R:x}', linux), 'charactersNotAllowed');
  assert.equal(hostNameIssue('', { windows: false, count: 1 }), 'tooShort');
});

test('the length of a host name is that of the longest one made', () => {
  const name = 'a'.repeat(hostNameCharactersMax - 1);
  assert.equal(hostNameIssue(name, { windows: false, count: 9 }), undefined);
  assert.equal(hostNameIssue(name, { windows: false, count: 10 }), 'tooLong');
  assert.equal(hostNameIssue(`${name}{R:9}`, { windows: false, count: 1 }), undefined);
  assert.equal(hostNameIssue(`${name}{R:9}`, { windows: false, count: 2 }), 'tooLong');
});

test('where the first and the last are fine, all are', () => {
  const pieces = fc.constantFrom('a', '-', '.', '1', '{R:1}', '{R:95}', '{R:7,F:3}', '{IP}');
  const pattern = fc.array(pieces, { maxLength: 6 }).map((all) => all.join(''));
  const any = fc.record({ windows: fc.boolean(), count: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(pattern, any, (text, options) => {
      if (hostNameIssue(text, options) !== undefined) return;
      const given = Array.from({ length: options.count }, (_, at) => `10.0.0.${at}`);
      for (const name of expandHostName(text, given)) {
        assert.equal(hostNameIssue(name, { ...options, count: 1 }), undefined, name);
      }
    }),
    { numRuns: 1000 },
  );
});
