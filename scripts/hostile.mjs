// The hostile run: what some tests do in small, in large. Writes what it measures.
//   npm run hostile -- --requests 100000 --kills 100 --readers 64 [--seed WORD] [--only TEST]…
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from '../bin/launch.mjs';

const TESTS = [
  'test/scenarios/any-parameters.test.ts',
  'test/recovery/kill.test.ts',
  'test/replay-edges.test.ts',
  'test/scenarios/slow-readers.test.ts',
];

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '100' },
    readers: { type: 'string', default: '64' },
    seed: { type: 'string' },
    only: { type: 'string', multiple: true, default: [''] },
  },
});

const tests = TESTS.filter((test) => values.only.some((word) => test.includes(word)));

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
launch(['--test', '--test-reporter=spec', '--test-concurrency=1', ...tests], {
  YUNTAI_TEST_REQUESTS: values.requests,
  YUNTAI_TEST_KILLS: values.kills,
  YUNTAI_TEST_READERS: values.readers,
  ...(values.seed !== undefined && { YUNTAI_TEST_SEED: values.seed }),
  NODE_COMPILE_CACHE: join(process.cwd(), 'node_modules/.cache/yuntai-compile'),
});
