import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { passwordIssue } from './password.ts';

const rule = { charactersMin: 8, charactersMax: 30, classesMin: 3, specials: '!@#' };

test('classes are counted as in the rule, whatever the order of the characters', () => {
  const classes = ['abc', 'XYZ', '0189', '!@#'].map((all) => Array.from(all));
  fc.assert(
    fc.property(
      fc.subarray(classes, { minLength: 1 }),
      fc.infiniteStream(fc.nat()),
      (used, picks) => {
        const draw = (): number => picks.next().value as number;
        const required = used.map((all) => all[draw() % all.length] ?? '');
        const more = Array.from({ length: 10 }, () => {
          const from = used[draw() % used.length] ?? [];
          return from[draw() % from.length] ?? '';
        });
        const password = [...more, ...required].join('');
        const issue = passwordIssue(password, rule);
        assert.equal(issue, used.length < 3 ? 'tooFewClasses' : undefined, password);
      },
    ),
  );
});

test('every reason has its case', () => {
  assert.equal(passwordIssue('aB3aB3a', rule), 'tooShort');
  assert.equal(passwordIssue('aB3aB3aB', rule), undefined);
  assert.equal(passwordIssue('aB3'.repeat(10), rule), undefined);
  assert.equal(passwordIssue(`${'aB3'.repeat(10)}a`, rule), 'tooLong');
  for (const character of [' ', '$', '\n', 'ä', '密', '\u0000', '😀', '\ud800']) {
    assert.equal(passwordIssue(`aB3aB3aB${character}`, rule), 'charactersNotAllowed', character);
  }
  assert.equal(passwordIssue('aaaaBBBB', rule), 'tooFewClasses');
});
