import assert from 'node:assert/strict';
import { test } from 'node:test';
import exceptions from './exceptions.json' with { type: 'json' };
import { complaints, type Exception, type Problem } from './problem.ts';
import { repository, treeOf, type Tree } from './tree.ts';

/** A rule of the house that can be read off the repository. */
export interface Rule {
  /** Its name in exceptions.json. */
  readonly name: string;
  /** The rule in a sentence. */
  readonly says: string;
  find(tree: Tree): Problem[];
}

type Files = Readonly<Record<string, string>>;

/** Small trees that show what a rule lets pass and what it does not. */
export interface Samples {
  readonly good: readonly Files[];
  /** Each with the `path:line` of every problem it has, in order. */
  readonly bad: ReadonlyArray<readonly [Files, ...string[]]>;
}

export const EXCEPTIONS: readonly Exception[] = exceptions;

/** Declares the tests of a rule: it finds what it should in the samples, and nothing here. */
export function holds(rule: Rule, samples: Samples): void {
  test(`${rule.name}: ${rule.says}`, () => {
    const lines = complaints(rule.name, rule.find(repository()), EXCEPTIONS);
    assert.ok(lines.length === 0, `${rule.says}\n${lines.join('\n')}\n`);
  });
  test(`${rule.name} finds what it is for and nothing else`, () => {
    assert.ok(samples.bad.length > 0, 'a rule that cannot fail is no rule');
    for (const files of samples.good) assert.deepEqual(rule.find(treeOf(files)), []);
    for (const [files, ...places] of samples.bad) {
      const found = rule.find(treeOf(files)).map(({ path, line }) => `${path}:${line}`);
      assert.deepEqual(found, places);
    }
  });
}
