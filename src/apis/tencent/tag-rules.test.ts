import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { tagKeyIssue, tagValueIssue } from './tag-rules.ts';

/** Any UTF-16 units, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units));

test('the tags of the documents are accepted', () => {
  // Seed 004 L10388, L21400, L27211, L34960 and L39250.
  for (const key of ['city', 'myTag', 'ServiceInstance', 'tag-key', 'myKey']) {
    assert.equal(tagKeyIssue(key), undefined, key);
  }
  for (const value of ['shenzhen', 'cloud', 'tag-value', 'a b', '', '研发（一组）']) {
    assert.equal(tagValueIssue(value), undefined, value);
  }
});

test('keys have 1 to 127 characters, values up to 255', () => {
  assert.equal(tagKeyIssue(''), 'empty');
  assert.equal(tagKeyIssue('键'.repeat(127)), undefined);
  assert.equal(tagKeyIssue('键'.repeat(128)), 'tooLong');
  assert.equal(tagValueIssue('值'.repeat(255)), undefined);
  assert.equal(tagValueIssue('值'.repeat(256)), 'tooLong');
});

test('letters, digits and the listed signs, no space at an edge', () => {
  assert.equal(tagKeyIssue('a+-=._:/@()[],;><b'), undefined);
  for (const text of [' a', 'a ', 'a\nb', 'a\u0000', 'a"b', 'a$b', 'a*b', '😀', '\ud800']) {
    assert.equal(tagKeyIssue(text), 'charactersNotAllowed', JSON.stringify(text));
    assert.equal(tagValueIssue(text), 'charactersNotAllowed', JSON.stringify(text));
  }
});

test('keys of the system are reserved', () => {
  for (const key of ['qcs:x', 'project', 'projectName', '项目组']) {
    assert.equal(tagKeyIssue(key), 'reserved', key);
    assert.equal(tagValueIssue(key), undefined, key);
  }
  assert.equal(tagKeyIssue('myproject'), undefined);
});

test('hostile text never throws', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      tagKeyIssue(text);
      tagValueIssue(text);
    }),
  );
});
