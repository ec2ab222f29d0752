import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import { metadataOf, readSlowly } from '../support/slow-readers.ts';
import { spawnCloud } from '../support/spawned-cloud.ts';

// Many clients ask for a large page at once and do not read it. `npm run hostile` makes it the
// largest that there is, and more of them.

const asked = process.env['YUNTAI_TEST_READERS'];
const [readers, kilobytes] = asked === undefined ? [16, 32] : [Number(asked), 255];
const VALUES = 2;
/** A reader holds the metadata of one instance: as a text, as the bytes to send, and once more. */
const COPIES = 3;
/** What the pages hold besides, and what is not collected yet, whatever the page. */
const BESIDES_MIB = 192;
/** On a quiet machine others wait 50 ms at most; a busy one is slower for all of them. */
const WAIT_MS_MAX = 1_000;
const TIMES_SLOWER_MAX = 30;

test('clients that do not read the page they asked for cost a bounded memory', async (t) => {
  const cloud = await spawnCloud();
  const extra = metadataOf(VALUES, kilobytes * 1_024);
  const reading = await readSlowly(cloud, { readers, extra });
  t.diagnostic(JSON.stringify(reading));
  const { pageMiB, restMiB, peakMiB, aloneMsMax, othersMsMax, refused } = reading;
  assert.ok(pageMiB > 5, `${pageMiB} MiB`);
  assert.equal(refused, 0);
  const heldMiB = (COPIES * readers * VALUES * kilobytes) / 1_024;
  const most = restMiB + BESIDES_MIB + heldMiB;
  assert.ok(peakMiB < most, `${peakMiB} MiB, and ${most} at most`);
  const longest = Math.max(WAIT_MS_MAX, TIMES_SLOWER_MAX * aloneMsMax);
  assert.ok(othersMsMax < longest, `${othersMsMax} ms, and ${longest} at most`);
  await cloud.closeAudited();
});
