import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseTencentId, tencentId, tencentIdKinds } from './ids.ts';

/** Any UTF-16 units, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units));

const anyKind = fc.constantFrom(...tencentIdKinds);
const anyKey = fc.stringMatching(/^[a-z0-9]{8}$/);

test('an id gives its key back', () => {
  fc.assert(
    fc.property(anyKind, anyKey, (kind, key) => {
      assert.deepEqual(parseTencentId(kind, tencentId(kind, key)), { key });
    }),
  );
});

test('ids of different kinds or keys differ', () => {
  fc.assert(
    fc.property(anyKind, anyKind, anyKey, anyKey, (kind, otherKind, key, otherKey) => {
      const same = tencentId(kind, key) === tencentId(otherKind, otherKey);
      assert.equal(same, kind === otherKind && key === otherKey);
    }),
  );
});

test('an id of one kind is malformed as every other', () => {
  fc.assert(
    fc.property(anyKind, anyKind, anyKey, (kind, other, key) => {
      if (kind === other) return;
      assert.equal(parseTencentId(other, tencentId(kind, key)), 'malformed');
    }),
  );
});

test('the ids of the documents are well-formed, of seven to nine characters', () => {
  // Seed 004 L17459, L26967, L17222, L22538, L33362, and the many of eight.
  assert.deepEqual(parseTencentId('instance', 'ins-axzc12s'), { key: 'axzc12s' });
  assert.deepEqual(parseTencentId('image', 'img-34vaef8fe'), { key: '34vaef8fe' });
  assert.deepEqual(parseTencentId('instance', 'ins-bzps2kwdg'), { key: 'bzps2kwdg' });
  assert.deepEqual(parseTencentId('vpc', 'vpc-1234abcd8'), { key: '1234abcd8' });
  assert.deepEqual(parseTencentId('launch-template', 'lt-34vaef8fe'), { key: '34vaef8fe' });
  assert.deepEqual(parseTencentId('instance', 'ins-r8hr2upy'), { key: 'r8hr2upy' });
  assert.deepEqual(parseTencentId('key-pair', 'skey-mv9yzyjj'), { key: 'mv9yzyjj' });
  assert.deepEqual(parseTencentId('placement-group', 'ps-3p88qhfo'), { key: '3p88qhfo' });
});

test('the malformed sample of the document and its neighbours are malformed', () => {
  const malformed = [
    'ins-1122',
    '',
    'ins-',
    'ins-r8hr2u',
    'ins-r8hr2upy12',
    'ins-R8HR2UPY',
    'INS-r8hr2upy',
    ' ins-r8hr2upy',
    'ins-r8hr2up\u0000',
    '"ins-r8hr2upy"',
    'img-r8hr2upy',
    'ins_r8hr2upy',
    'ins-r8hr2up٣',
  ];
  for (const text of malformed) assert.equal(parseTencentId('instance', text), 'malformed', text);
});

test('hostile text is malformed and never throws', () => {
  fc.assert(
    fc.property(anyKind, anyText, (kind, text) => {
      const parsed = parseTencentId(kind, text);
      if (parsed !== 'malformed') assert.match(parsed.key, /^[a-z0-9]{7,9}$/);
      assert.equal(parseTencentId(kind, `${tencentId(kind, 'r8hr2upy')}-${text}`), 'malformed');
    }),
  );
});
