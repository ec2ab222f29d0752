import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { nameAt } from '#resources/instance/launch-names.ts';
import { namePattern } from './name-sequence.ts';
import { descriptionIssue, launchNameIssue, nameIssue } from './names.ts';

/** Any UTF-16 units, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units));

const one = { count: 1, uniqueSuffix: false };

test('the names of the documents are accepted', () => {
  // Seed 002 L92, seed 003 L402 and L908, today's SDK; seed 001's rule allows the period.
  const names = [
    'yk201812061032',
    'SystemDiskName',
    'DataDiskName',
    'cloud_ssdSystem',
    '实例.一:a-b_c',
  ];
  for (const name of names) assert.equal(nameIssue(name), undefined, name);
  assert.equal(launchNameIssue('k8s-node-[1,4]-alibabacloud', one), undefined);
});

test('a name has 2 to 128 letters, digits and : _ . -', () => {
  assert.equal(nameIssue(''), 'tooShort');
  assert.equal(nameIssue('a'), 'tooShort');
  assert.equal(nameIssue('𠮷'), 'tooShort');
  assert.equal(nameIssue('𠮷'.repeat(128)), undefined);
  assert.equal(nameIssue('a'.repeat(129)), 'tooLong');
  // Today's rule asks for no letter in front.
  assert.equal(nameIssue('1a'), undefined);
  const refused = [
    'a b',
    'a/b',
    'http://ab',
    'https://ab',
    'a,b',
    'a[1,2]',
    'a\n',
    'a\u0000',
    '\ud800a',
    '😀😀',
  ];
  for (const name of refused) {
    assert.equal(nameIssue(name), 'charactersNotAllowed', JSON.stringify(name));
  }
});

test('at launch the finished names are what counts', () => {
  const name = 'a'.repeat(122);
  assert.equal(launchNameIssue(`${name}[]`, one), undefined);
  assert.equal(launchNameIssue(`${name}a[]`, one), 'tooLong');
  assert.equal(launchNameIssue(`${name}[1,2]abcd`, { ...one, count: 9 }), undefined);
  assert.equal(launchNameIssue('a'.repeat(1_000_000), one), 'tooLong');
  assert.equal(launchNameIssue('a[1]', one), 'sequenceMalformed');
  assert.equal(launchNameIssue('a b[1,2]', one), 'charactersNotAllowed');
  // Without a prefix the brackets are ordinary characters, and those are not allowed.
  assert.equal(launchNameIssue('[1,2]ab', one), 'charactersNotAllowed');
});

test('UniqueSuffix takes three characters of the 128', () => {
  const suffixed = { count: 2, uniqueSuffix: true };
  assert.equal(launchNameIssue('a'.repeat(125), suffixed), undefined);
  assert.equal(launchNameIssue('a'.repeat(126), suffixed), 'suffixTooLong');
  assert.equal(launchNameIssue('a'.repeat(126), { ...suffixed, uniqueSuffix: false }), undefined);
  assert.equal(launchNameIssue(`${'a'.repeat(126)}[,2]`, suffixed), undefined);
  assert.equal(launchNameIssue('a'.repeat(129), suffixed), 'tooLong');
});

test('every name made of an accepted one is an accepted name', () => {
  const pieces = fc.constantFrom('a', '中', '-', '[95,2]', '[]', '.', '9', '[', ',');
  const name = fc.array(pieces, { maxLength: 5 }).map((all) => all.join(''));
  const options = fc.record({
    count: fc.integer({ min: 1, max: 100 }),
    uniqueSuffix: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.oneof(name, anyText), options, (text, given) => {
      if (launchNameIssue(text, given) !== undefined) return;
      const pattern = namePattern(text, given);
      const made = Array.from({ length: given.count }, (_, index) => nameAt(pattern, index));
      assert.equal(made.length, given.count);
      for (const finished of made) assert.equal(nameIssue(finished), undefined, finished);
    }),
    { numRuns: 1000 },
  );
});

test('a description has 2 to 256 characters and is no link', () => {
  assert.equal(descriptionIssue('InstanceTest'), undefined);
  assert.equal(descriptionIssue('实例 "描述", see http://a'), undefined);
  assert.equal(descriptionIssue(''), 'tooShort');
  assert.equal(descriptionIssue('a'), 'tooShort');
  assert.equal(descriptionIssue('描'.repeat(256)), undefined);
  assert.equal(descriptionIssue('描'.repeat(257)), 'tooLong');
  assert.equal(descriptionIssue('http://a'), 'urlPrefix');
  assert.equal(descriptionIssue('https://a'), 'urlPrefix');
  assert.equal(descriptionIssue('a\u0000'), 'charactersNotAllowed');
  assert.equal(descriptionIssue('a\udc00'), 'charactersNotAllowed');
});
