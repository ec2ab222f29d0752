import assert from 'node:assert/strict';
import { test } from 'node:test';
import { userDataBytesMax, userDataIssue } from './user-data.ts';

test('user data is Base64 of up to 16 KB, counted before encoding (seed 004 L8851)', () => {
  assert.equal(userDataIssue('TXlVc2VyRGF0YQo='), undefined);
  assert.equal(userDataIssue(''), undefined);
  assert.equal(userDataIssue('#!/bin/sh'), 'notBase64');
  const full = Buffer.alloc(userDataBytesMax, 7);
  assert.equal(userDataIssue(full.toString('base64')), undefined);
  const over = Buffer.alloc(userDataBytesMax + 1, 7);
  assert.equal(userDataIssue(over.toString('base64')), 'tooLarge');
});
