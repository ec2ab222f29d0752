import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staleness } from './generated-file.ts';
import { listFiles } from './lists.ts';
import { fromRepository } from './parts.ts';
import { aliyunShapes } from './shape-services.ts';

test('what is generated from the repository alone is up to date: npm run generate', async () => {
  assert.equal(
    await staleness(new Map([...listFiles(), ...aliyunShapes(), ...fromRepository()])),
    '',
  );
});

test('a stale file is shown by its first difference, ten lines in all', async () => {
  const many = Array.from({ length: 9 }, (_, index) => [`none-${index}.md`, 'x\n'] as const);
  const shown = await staleness(new Map([['package.json', '{\n}\n'], ...many]));
  const [first, there, made, ...others] = shown.split('\n');
  assert.equal(first, 'package.json:2');
  assert.equal(there, '-   "name": "yuntai",');
  assert.equal(made, '+ }');
  assert.equal(others.length, 7);
});
