import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordIssue, resetPasswordIssue } from './passwords.ts';

const linux = { windows: false };
const windows = { windows: true };

test('the passwords of the documents are accepted', () => {
  // Seed 004 L8972 (either system), L38227, L17399, L15432.
  assert.equal(passwordIssue('Qcloud@TestApi123++', linux), undefined);
  assert.equal(passwordIssue('Qcloud@TestApi123++', windows), undefined);
  assert.equal(passwordIssue('123456@ABC', linux), undefined);
  assert.equal(passwordIssue('hello123456789', linux), undefined);
  assert.equal(resetPasswordIssue('abc123ABC!@#', { ...linux, userName: 'root' }), undefined);
  assert.equal(resetPasswordIssue('abc123ABC!@#', { ...windows, userName: 'Admin' }), undefined);
});

test('Linux: 8 to 30 characters of two classes', () => {
  assert.equal(passwordIssue('abc1234', linux), 'tooShort');
  assert.equal(passwordIssue('abcd1234', linux), undefined);
  assert.equal(passwordIssue('a1'.repeat(15), linux), undefined);
  assert.equal(passwordIssue(`${'a1'.repeat(15)}b`, linux), 'tooLong');
  assert.equal(passwordIssue('abcdefgh', linux), 'tooFewClasses');
});

test('Windows: 12 to 30 characters of three classes', () => {
  assert.equal(passwordIssue('abcd1234ABC', windows), 'tooShort');
  assert.equal(passwordIssue('abcd1234ABCD', windows), undefined);
  assert.equal(passwordIssue('abcd12345678', windows), 'tooFewClasses');
});

test('every special character that a page lists may be used, and no other', () => {
  for (const character of "()`~!@#$%^&*-+=|{}[]:;',.?/_<>") {
    assert.equal(passwordIssue(`abcdefgh${character}`, linux), undefined, character);
  }
  for (const character of ' "\\\t密€') {
    assert.equal(passwordIssue(`abcdefg1${character}`, linux), 'charactersNotAllowed', character);
  }
});

test('a reset is stricter: three classes, no slash in front, no user name on Windows', () => {
  const root = { ...linux, userName: 'root' };
  const admin = { ...windows, userName: 'Administrator' };
  assert.equal(resetPasswordIssue('abcd1234', root), 'tooFewClasses');
  assert.equal(resetPasswordIssue('abcd1234A', root), undefined);
  assert.equal(resetPasswordIssue('/abcd1234A', root), 'leadingSlash');
  assert.equal(passwordIssue('/abcd1234A', linux), undefined);
  assert.equal(resetPasswordIssue('Xadministrator1', admin), 'containsUserName');
  assert.equal(resetPasswordIssue('root1234A', root), undefined);
  assert.equal(resetPasswordIssue('abcd1234ABC', admin), 'tooShort');
  assert.equal(resetPasswordIssue('abcd1234ABCD', { ...windows, userName: '' }), undefined);
});
