import process from 'node:process';
import { fileURLToPath } from 'node:url';

const bundle = process.env['YUNTAI_TEST_BUNDLE'] ?? '';
// The bundle keeps beside it what was compiled of it, and goes with that.
if (bundle !== '') delete process.env['NODE_COMPILE_CACHE'];

/**
 * The command as tests start it: the bundle that `npm test` has made of the source, which starts in
 * a quarter of the time, or else the source itself.
 */
export const MAIN =
  bundle === '' ? fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url)) : bundle;
