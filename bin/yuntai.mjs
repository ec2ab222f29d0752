#!/usr/bin/env node
// The `yuntai` command. An installed package has the bundle; a checkout runs its source, which a
// bundle lying beside it may have fallen behind.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './launch.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

if (existsSync(join(ROOT, 'src/cli/main.ts'))) {
  process.argv.splice(2, 0, 'src/cli/main.ts');
  await import('../scripts/run.mjs');
} else {
  try {
    launch([join(ROOT, 'dist/yuntai.js'), ...process.argv.slice(2)]);
  } catch (error) {
    console.error(`yuntai: ${error.message}`);
    process.exitCode = 1;
  }
}
