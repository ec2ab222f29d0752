import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordIssue } from './passwords.ts';

const linux = { windows: false };
const windows = { windows: true };

test('the passwords of the documents are accepted', () => {
  // Seed 002 L131, seed 003 L276.
  for (const password of ['EcsV587!', 'TestEcs123!']) {
    assert.equal(passwordIssue(password, linux), undefined);
    assert.equal(passwordIssue(password, windows), undefined);
  }
});

test('8 to 30 characters of three of the four classes', () => {
  assert.equal(passwordIssue('EcsV58!', linux), 'tooShort');
  assert.equal(passwordIssue('aB3'.repeat(10), linux), undefined);
  assert.equal(passwordIssue(`${'aB3'.repeat(10)}a`, linux), 'tooLong');
  assert.equal(passwordIssue('abcd1234', linux), 'tooFewClasses');
  assert.equal(passwordIssue('abcd123_', linux), undefined);
});

test('the specials of every seed and of the SDK, and no other character', () => {
  for (const character of '()`~!@#$%^&*-_+=|{}[]:;\'<>,.?/\\"') {
    assert.equal(passwordIssue(`abcdef1${character}`, linux), undefined, character);
  }
  for (const character of ' \t密‘€') {
    assert.equal(passwordIssue(`abcDEF1${character}`, linux), 'charactersNotAllowed', character);
  }
});

test('on Windows no slash in front', () => {
  assert.equal(passwordIssue('/EcsV587', windows), 'leadingSlash');
  assert.equal(passwordIssue('/EcsV587', linux), undefined);
  assert.equal(passwordIssue('Ecs/V587', windows), undefined);
});
