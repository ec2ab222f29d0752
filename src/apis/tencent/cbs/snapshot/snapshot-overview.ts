import type { ReadContext } from '#apis/context.ts';
import { countSnapshots } from '#resources/snapshot/verbs/list-snapshots.ts';

/** Snapshots of the account in the region, each as large as its disk; none is free. */
export async function snapshotOverview(context: ReadContext) {
  const { count, sizeGiB } = await countSnapshots(context, context.region);
  return { TotalNums: count, TotalSize: sizeGiB, RealTradeSize: sizeGiB, FreeQuota: 0 };
}
