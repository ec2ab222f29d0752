import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { coverage } from '#apis/manifest.ts';
import { coveragePath, renderCoverage } from '../scripts/generate/coverage.ts';

test('the coverage page says what the services implement', async () => {
  const page = await readFile(new URL(`../${coveragePath}`, import.meta.url), 'utf8');
  const again = 'run: node scripts/run.mjs scripts/generate/coverage.ts';
  assert.equal(page, renderCoverage(coverage()), again);
});
