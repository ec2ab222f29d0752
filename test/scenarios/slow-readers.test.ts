import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import { metadataOf, readSlowly } from '../support/slow-readers.ts';
import { spawnCloud } from '../support/spawned-cloud.ts';

// Many clients ask for a large page at once and do not read it. `npm run hostile` makes it the
// largest that there is, and more of them.

const isLarge = process.env['YUNTAI_TEST_REQUESTS'] !== undefined;
const [readers, kilobytes] = isLarge ? [64, 255] : [16, 32];
/** Twice the room of answers, what one page is read into, and what is not collected yet. */
const PEAK_MIB_MAX = 1_500;

test('clients that do not read the page they asked for cost a bounded memory', async (t) => {
  const cloud = await spawnCloud();
  const extra = metadataOf(2, kilobytes * 1_024);
  const reading = await readSlowly(cloud, { readers, extra });
  t.diagnostic(JSON.stringify(reading));
  assert.ok(reading.pageMiB > 5, `${reading.pageMiB} MiB`);
  assert.ok(reading.peakMiB < PEAK_MIB_MAX, `${reading.peakMiB} MiB`);
  await cloud.closeAudited();
});
