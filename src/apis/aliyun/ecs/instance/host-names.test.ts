import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { nameAt } from '#resources/instance/launch-names.ts';
import { aliyunId } from '../../ids.ts';
import { hostNamePattern, hostNamesIssue, launchHostNameIssue } from './host-names.ts';

/** Any UTF-16 units, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units));

function expandHostName(
  name: string,
  ids: readonly string[],
  options: { readonly uniqueSuffix: boolean },
): string[] {
  const names = hostNamePattern(name, options);
  return ids.map((id, index) => nameAt(names, index, { id, address: '' }));
}

const linux = { windows: false, count: 2, uniqueSuffix: false };
const windows = { windows: true, count: 2, uniqueSuffix: false };

test('the host names of the documents are accepted', () => {
  // Seed 002 L124 and L388, seed 003 L258, today's SDK.
  for (const name of ['LocalHost', 'Bctest01', 'LocalHostName']) {
    assert.equal(launchHostNameIssue(name, linux), undefined, name);
    assert.equal(launchHostNameIssue(name, windows), undefined, name);
  }
  assert.equal(launchHostNameIssue('k8s-node-[1,4]-ecshost', linux), undefined);
  assert.equal(launchHostNameIssue('k8s-${instance_id}', linux), undefined);
});

test('2 to 64 characters, on Windows 2 to 15 without periods', () => {
  assert.equal(launchHostNameIssue('a', linux), 'tooShort');
  assert.equal(launchHostNameIssue('a'.repeat(64), linux), undefined);
  assert.equal(launchHostNameIssue('a'.repeat(65), linux), 'tooLong');
  assert.equal(launchHostNameIssue('a'.repeat(15), windows), undefined);
  assert.equal(launchHostNameIssue('a'.repeat(16), windows), 'tooLong');
  assert.equal(launchHostNameIssue('a.b', linux), undefined);
  assert.equal(launchHostNameIssue('a.b', windows), 'charactersNotAllowed');
  assert.equal(launchHostNameIssue('123', windows), 'onlyDigits');
  assert.equal(launchHostNameIssue('web-', linux), 'separatorAtEdge');
  assert.equal(launchHostNameIssue('a--b', linux), 'separatorsAdjacent');
});

test('a sequence, the instance id and UniqueSuffix count with what they become', () => {
  assert.equal(launchHostNameIssue('web-[1,4]', windows), undefined);
  assert.equal(launchHostNameIssue('web-[1]', linux), 'sequenceMalformed');
  assert.equal(launchHostNameIssue('k8s-${instance_id}', windows), 'tooLong');
  assert.equal(launchHostNameIssue(`${'a'.repeat(42)}\${instance_id}`, linux), undefined);
  assert.equal(launchHostNameIssue(`${'a'.repeat(43)}\${instance_id}`, linux), 'tooLong');
  assert.equal(launchHostNameIssue('${instance}', linux), 'charactersNotAllowed');
  const suffixed = { ...linux, uniqueSuffix: true };
  assert.equal(launchHostNameIssue('web-', suffixed), undefined);
  assert.equal(launchHostNameIssue('a'.repeat(61), suffixed), undefined);
  assert.equal(launchHostNameIssue('a'.repeat(62), suffixed), 'suffixTooLong');
  assert.equal(launchHostNameIssue('a'.repeat(1_000_000), suffixed), 'tooLong');
});

test('every instance gets its own id and number', () => {
  const ids = ['aaaaaaaa', 'bbbbbbbb'].map((key) => aliyunId('instance', key));
  const plain = { uniqueSuffix: false };
  assert.deepEqual(
    expandHostName('k8s-${instance_id}', ids, plain),
    ids.map((id) => `k8s-${id}`),
  );
  assert.deepEqual(expandHostName('web-[9,2].x', ids, plain), ['web-09.x', 'web-10.x']);
  assert.deepEqual(expandHostName('web', ids, { uniqueSuffix: true }), ['web001', 'web002']);
});

test('every host name made of an accepted one is an accepted host name', () => {
  const pieces = fc.constantFrom('a', '-', '.', '1', '[95,2]', '[]', '${instance_id}');
  const name = fc.array(pieces, { maxLength: 5 }).map((all) => all.join(''));
  const options = fc.record({
    windows: fc.boolean(),
    count: fc.integer({ min: 1, max: 100 }),
    uniqueSuffix: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.oneof(name, anyText), options, (text, given) => {
      if (launchHostNameIssue(text, given) !== undefined) return;
      const ids = Array.from({ length: given.count }, () => aliyunId('instance', 'r8hr2upy'));
      const made = expandHostName(text, ids, given);
      assert.equal(hostNamesIssue(made, given), undefined);
    }),
    { numRuns: 1000 },
  );
});

test('HostNames.N has as many finished names as there are instances', () => {
  assert.equal(hostNamesIssue(['ecs-host-01', 'ecs-host-02'], linux), undefined);
  assert.equal(hostNamesIssue(['ecs-host-01'], linux), 'sizeMismatch');
  assert.equal(hostNamesIssue(['ecs-host-01', 'a[1,2]'], linux), 'charactersNotAllowed');
  assert.equal(hostNamesIssue(['ok', ''], windows), 'tooShort');
});
