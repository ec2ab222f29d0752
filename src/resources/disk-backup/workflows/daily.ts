import { derivedKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import { disksOfKeys } from '../../disk/by-keys.ts';
import type { Disk } from '../../disk/disk.ts';
import { instancesOfKeys } from '../../instance/by-keys.ts';
import type { SnapshotServices } from '../../snapshot/services.ts';
import { disksBeingSnapshotted } from '../../snapshot/usage.ts';
import { diskBackupOf } from '../disk-backup.ts';
import { beginBackup } from '../make.ts';
import { backupsOfDisks } from '../table.ts';
import { dailyTarget } from '../targets.ts';
import { unused } from '../usage.ts';

interface DailyInput {
  readonly disk: Key<'disk'>;
  /** Cloud milliseconds: the time of a day. */
  readonly at: number;
}

const RETRY_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** In UTC: 23:00 in China, so that a backup is of the day which it is the only one of. */
const HOUR_OF_DAY = 15;

/**
 * Makes a backup of a disk that has a quota of them each day, as the vendor's guide has it
 * (https://cloud.tencent.com/document/product/362/73592). Where the quota is used up, the new one
 * takes the place of the oldest that was made by itself, once it is whole. Of the days that a clock
 * went on over, the last alone has one: nothing else would be left of the disk to read.
 */
export const dailyBackupWorkflow = defineWorkflow<DailyInput, SnapshotServices>()((step) => ({
  kind: 'disk-backup.daily',
  attemptsMax: forever,
  backoffMs: () => RETRY_MS,
  steps: [
    step({
      name: 'run',
      run({ input: { at }, now }) {
        return Promise.resolve(at > now ? { waitMs: at - now } : { done: undefined });
      },
      async commit(tx, { input: { disk: key, at }, now, attempt }) {
        const [disk] = await disksOfKeys(tx, [key]);
        if (disk === undefined || disk.backupQuota === 0) return;
        const isFree = await canBeRead(tx, disk);
        if (isFree) await makeOne(tx, disk, { at, now, attempt });
        await scheduleDaily(tx, key, { now, ...(!isFree && { at: now + HOUR_MS }) });
      },
    }),
  ],
}));

/** Sets the time of the next backup; a disk that has one set keeps it. */
export async function scheduleDaily(
  tx: Tx,
  disk: Key<'disk'>,
  { now, at = nextDaily(now) }: { readonly now: number; readonly at?: number },
): Promise<void> {
  const target = dailyTarget(disk);
  await startWorkflow(tx, dailyBackupWorkflow, { target, input: { disk, at }, now, dueAt: at });
}

function nextDaily(now: number): number {
  const today = Math.floor(now / DAY_MS) * DAY_MS + HOUR_OF_DAY * HOUR_MS;
  return today > now ? today : today + DAY_MS;
}

/** Whether nothing else is done with the disk and its instance now. */
async function canBeRead(tx: Tx, { key, state, instance }: Disk): Promise<boolean> {
  if (state !== 'in-use' && state !== 'available') return false;
  if ((await disksBeingSnapshotted(tx, [key])).size > 0) return false;
  if (instance === null) return true;
  const holder = (await instancesOfKeys(tx, [instance])).get(instance);
  return holder === undefined || ['running', 'stopped'].includes(holder.state);
}

async function makeOne(
  tx: Tx,
  disk: Disk,
  { at, now, attempt }: { readonly at: number; readonly now: number; readonly attempt: number },
): Promise<void> {
  const backups = (await tx.all(backupsOfDisks, { disks: [disk.key] })).map(diskBackupOf);
  if (backups.some(({ state }) => state === 'creating')) return;
  const own = backups.filter(({ automatic }) => automatic).map(({ key }) => key);
  const isFull = backups.length >= disk.backupQuota;
  const replaces = isFull ? (await unused(tx, own))[0]?.key : undefined;
  if (isFull && replaces === undefined) return;
  const key = derivedKey(`${disk.key} ${at} ${attempt}`);
  await beginBackup(tx, disk, { key, name: null, automatic: true, replaces, now });
}
