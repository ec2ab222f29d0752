import assert from 'node:assert/strict';
import { test } from 'node:test';
import { userDataBytesMax, userDataIssue } from './user-data.ts';

test('user data is Base64 of up to 32 KB, counted before encoding (seed 003 L534)', () => {
  assert.equal(userDataIssue('ZWNobyBoZWxsbyBlY3Mh'), undefined);
  assert.equal(userDataIssue('echo hello ecs!'), 'notBase64');
  const full = Buffer.alloc(userDataBytesMax, 7);
  assert.equal(userDataIssue(full.toString('base64')), undefined);
  const over = Buffer.alloc(userDataBytesMax + 1, 7);
  assert.equal(userDataIssue(over.toString('base64')), 'tooLarge');
});
