import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { tagKeyIssue, tagValueIssue } from './tag-rules.ts';

/** Any UTF-16 units, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units));

test('the tags of the documents are accepted', () => {
  for (const text of ['FinanceDept', 'FinanceDeptJoshua', 'TestKey', '部门 "1"']) {
    assert.equal(tagKeyIssue(text), undefined, text);
    assert.equal(tagValueIssue(text), undefined, text);
  }
});

test('keys have 1 to 128 characters, values up to 128', () => {
  assert.equal(tagKeyIssue(''), 'empty');
  assert.equal(tagValueIssue(''), undefined);
  assert.equal(tagKeyIssue('键'.repeat(128)), undefined);
  assert.equal(tagKeyIssue('键'.repeat(129)), 'tooLong');
  assert.equal(tagValueIssue('值'.repeat(128)), undefined);
  assert.equal(tagValueIssue('值'.repeat(129)), 'tooLong');
});

test('keys beginning with aliyun or acs: are reserved, and links are allowed nowhere', () => {
  assert.equal(tagKeyIssue('aliyunTag'), 'reserved');
  assert.equal(tagKeyIssue('acs:tag'), 'reserved');
  assert.equal(tagKeyIssue('acsTag'), undefined);
  assert.equal(tagKeyIssue('my-aliyun'), undefined);
  assert.equal(tagKeyIssue('http://a'), 'url');
  assert.equal(tagKeyIssue('see https://a'), 'url');
  assert.equal(tagValueIssue('aliyun'), undefined);
  assert.equal(tagValueIssue('acs:x'), undefined);
  assert.equal(tagValueIssue('see http://a'), 'url');
});

test('text that no store can hold is refused, and nothing throws', () => {
  assert.equal(tagKeyIssue('a\u0000'), 'charactersNotAllowed');
  assert.equal(tagValueIssue('\ud800'), 'charactersNotAllowed');
  fc.assert(
    fc.property(anyText, (text) => {
      tagKeyIssue(text);
      tagValueIssue(text);
    }),
  );
});
