import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { characterCount, isStorableText } from './text.ts';

/** Any UTF-16 units, halves of surrogate pairs included. */
const anyText = fc
  .array(fc.oneof(fc.nat({ max: 0xffff }), fc.constantFrom(0xd800, 0xdbff, 0xdc00, 0xdfff)))
  .map((units) => String.fromCharCode(...units));

test('characters are code points', () => {
  assert.equal(characterCount(''), 0);
  assert.equal(characterCount('abc'), 3);
  assert.equal(characterCount('未命名'), 3);
  assert.equal(characterCount('𠮷😀a'), 3);
  fc.assert(
    fc.property(anyText, (text) => {
      assert.equal(characterCount(text), Array.from(text).length);
    }),
  );
});

test('a lone surrogate counts as one and cannot be stored, nor can U+0000', () => {
  assert.equal(characterCount('\ud800'), 1);
  assert.equal(characterCount('\ud800\ud800\udc00\udc00'), 3);
  assert.equal(isStorableText('a\ud800'), false);
  assert.equal(isStorableText('a\u0000b'), false);
  assert.equal(isStorableText('云台 \n😀'), true);
});
