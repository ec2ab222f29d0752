import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { aliyunId, aliyunIdKinds, aliyunInstanceIdCharacters, parseAliyunId } from './ids.ts';

/** Any UTF-16 units, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units));

const anyKind = fc.constantFrom(...aliyunIdKinds);
const anyKey = fc.stringMatching(/^[a-z0-9]{8}$/);

test('an id is the prefix and twenty of [a-z0-9], and gives its key back', () => {
  fc.assert(
    fc.property(anyKind, anyKey, (kind, key) => {
      const id = aliyunId(kind, key);
      assert.match(id, /^[a-z][a-z0-9]*-[a-z0-9]{20}$/);
      assert.ok(id.endsWith(key));
      assert.deepEqual(parseAliyunId(kind, id), { key });
    }),
  );
  assert.match(aliyunId('instance', 'r8hr2upy'), /^i-[a-z0-9]{12}r8hr2upy$/);
  assert.equal(aliyunId('instance', 'r8hr2upy').length, aliyunInstanceIdCharacters);
});

test('ids of different kinds or keys differ', () => {
  fc.assert(
    fc.property(anyKind, anyKind, anyKey, anyKey, (kind, otherKind, key, otherKey) => {
      const same = aliyunId(kind, key) === aliyunId(otherKind, otherKey);
      assert.equal(same, kind === otherKind && key === otherKey);
    }),
  );
});

test('the body of one kind is unknown under every other prefix', () => {
  fc.assert(
    fc.property(anyKind, anyKind, anyKey, (kind, other, key) => {
      if (kind === other) return;
      const body = aliyunId(kind, key).slice(-20);
      const prefix = aliyunId(other, key).slice(0, -20);
      assert.equal(parseAliyunId(other, prefix + body), 'unknown');
      assert.equal(parseAliyunId(other, aliyunId(kind, key)), 'unknown');
    }),
  );
});

test('one changed character makes an id unknown', () => {
  const digits = Array.from('0123456789abcdefghijklmnopqrstuvwxyz');
  fc.assert(
    fc.property(anyKey, fc.nat({ max: 19 }), fc.constantFrom(...digits), (key, at, digit) => {
      const id = aliyunId('instance', key);
      if (id[2 + at] === digit) return;
      const changed = id.slice(0, 2 + at) + digit + id.slice(3 + at);
      assert.equal(parseAliyunId('instance', changed), 'unknown');
    }),
    { numRuns: 2000 },
  );
});

test('hostile text is unknown and never throws', () => {
  fc.assert(
    fc.property(anyKind, anyText, (kind, text) => {
      assert.equal(parseAliyunId(kind, text), 'unknown');
    }),
  );
  // Ids of the documents' examples: known only where an alias names them.
  for (const text of ['', 'i-', 'i-bp67acfmxazb4p****', 'i-instanceid1', 'I-', 'ins-r8hr2upy']) {
    assert.equal(parseAliyunId('instance', text), 'unknown', text);
  }
});
