import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { hostNameIssue } from './host-name.ts';

/** Any UTF-16 units, halves of surrogate pairs included. */
const anyText = fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units));

const linux = { windows: false, charactersMax: 60 };
const windows = { windows: true, charactersMax: 60 };

test('names of segments with single separators are fine outside Windows', () => {
  const segment = fc.stringMatching(/^[A-Za-z0-9]{1,6}$/);
  const name = fc
    .array(fc.tuple(segment, fc.constantFrom('.', '-')), { minLength: 1, maxLength: 4 })
    .map((parts) => `${parts.map((part) => part.join('')).join('')}x`);
  fc.assert(fc.property(name, (text) => assert.equal(hostNameIssue(text, linux), undefined)));
});

test('a name is accepted exactly where it can be split as the documents say', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[aZ09.-]{0,5}$/), (text) => {
      const fits =
        text.length >= 2 &&
        text.split('.').every((part) => /^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$/.test(part));
      assert.equal(hostNameIssue(text, linux) === undefined, fits, text);
      const onWindows = fits && !text.includes('.') && /[a-zA-Z-]/.test(text);
      assert.equal(hostNameIssue(text, windows) === undefined, onWindows, text);
    }),
    { numRuns: 2000 },
  );
});

test('every reason has its case', () => {
  assert.equal(hostNameIssue('', linux), 'tooShort');
  assert.equal(hostNameIssue('a', linux), 'tooShort');
  assert.equal(hostNameIssue('ab', linux), undefined);
  assert.equal(hostNameIssue('a'.repeat(60), linux), undefined);
  assert.equal(hostNameIssue('a'.repeat(61), linux), 'tooLong');
  assert.equal(hostNameIssue('a'.repeat(15), windows), undefined);
  assert.equal(hostNameIssue('a'.repeat(16), windows), 'tooLong');
  assert.equal(hostNameIssue('my_host', linux), 'charactersNotAllowed');
  assert.equal(hostNameIssue('my host', linux), 'charactersNotAllowed');
  assert.equal(hostNameIssue('ab\n', linux), 'charactersNotAllowed');
  assert.equal(hostNameIssue('主机', linux), 'charactersNotAllowed');
  assert.equal(hostNameIssue('web.1', windows), 'charactersNotAllowed');
  assert.equal(hostNameIssue('-web', linux), 'separatorAtEdge');
  assert.equal(hostNameIssue('web.', linux), 'separatorAtEdge');
  assert.equal(hostNameIssue('a..b', linux), 'separatorsAdjacent');
  assert.equal(hostNameIssue('a.-b', linux), 'separatorsAdjacent');
  assert.equal(hostNameIssue('12345', windows), 'onlyDigits');
  assert.equal(hostNameIssue('12345', linux), undefined);
});

test('hostile text never throws and is never accepted', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const issue = hostNameIssue(text, linux);
      if (issue === undefined) assert.match(text, /^[A-Za-z0-9.-]{2,60}$/);
    }),
  );
});
