import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pathsIn } from '../scripts/generate/shown-code.ts';

const ROOT = new URL('../', import.meta.url);
const PAGE = 'docs/adding-an-action.md';
const page = readFileSync(new URL(PAGE, ROOT), 'utf8');

test('every file that the page names is there', () => {
  const missing = pathsIn(page).filter((path) => !existsSync(new URL(path, ROOT)));
  assert.deepEqual(missing, []);
});

test('all code it shows stands in the file named last above it', () => {
  const fences = [...page.matchAll(/^```ts\n([^]*?)^```$/gm)];
  assert.ok(fences.length > 8);
  for (const { index, 1: code = '' } of fences) {
    const path = pathsIn(page.slice(0, index)).at(-1) ?? '';
    const source = readFileSync(new URL(path, ROOT), 'utf8');
    assert.ok(source.includes(code), `${path} has changed: copy it anew into ${PAGE}`);
  }
});
