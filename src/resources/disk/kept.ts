import type { InstanceDisk } from './disk.ts';

type Deciding = Pick<InstanceDisk, 'state' | 'portable' | 'deleteWithInstance' | 'chargeType'>;

/**
 * Whether a disk stays when its instance is released. One that was paid for in advance does, unless
 * it was put into the bin with its instance (ReleasePrepaidDataDisks, seed 004 L19151) or its time
 * is over as well; of others DeleteWithInstance decides (L36209). The answer is the same from the
 * beginning of a release to its end.
 */
export function isKept(
  disk: Deciding,
  instance: { readonly chargeType: string; readonly isolatedBy: string | null },
): boolean {
  if (!disk.portable || disk.state === 'recycled') return false;
  if (!disk.deleteWithInstance) return true;
  if ((disk.chargeType ?? instance.chargeType) !== 'prepaid') return false;
  return disk.chargeType !== null || instance.isolatedBy !== 'expiry';
}
