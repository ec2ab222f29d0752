/**
 * Loaded before a test file and the servers it starts (`--import`): writes down which refusals it
 * brings about. YUNTAI_REFUSALS is the folder that takes a file of each process.
 */
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Refusal } from '#wire/pipeline.ts';
import { titleOf } from './pages.ts';

const ROOT = join(import.meta.dirname, '../..');
const TEST = 'YUNTAI_REFUSALS_OF';
const { YUNTAI_REFUSALS: folder, [TEST]: testOfParent } = process.env;
const script = process.argv[1] ?? '';
const test = script.endsWith('.test.ts')
  ? relative(ROOT, script).split(sep).join('/')
  : testOfParent;

if (folder !== undefined && test !== undefined) {
  process.env[TEST] = test;
  const lines = new Set<string>();
  subscribe('yuntai:refusal', (message) => {
    const { service, action, reason, code } = message as Refusal;
    lines.add([titleOf(service), action.name, code, reason, test].join('\t'));
  });
  process.on('exit', () => {
    if (lines.size > 0) writeFileSync(join(folder, `${process.pid}.tsv`), [...lines].join('\n'));
  });
}
