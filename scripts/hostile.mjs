// The hostile run: what some tests do in small, in large. Writes what it measures.
//   npm run hostile -- --requests 100000 --kills 100 [--seed WORD]
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
    seed: { type: 'string' },
  },
});

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
launch(['--test', '--test-reporter=spec', '--test-concurrency=1', ...TESTS], {
  YUNTAI_TEST_REQUESTS: values.requests,
  YUNTAI_TEST_KILLS: values.kills,
  ...(values.seed !== undefined && { YUNTAI_TEST_SEED: values.seed }),
  NODE_COMPILE_CACHE: join(process.cwd(), 'node_modules/.cache/yuntai-compile'),
});
