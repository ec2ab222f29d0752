// https://cloud.tencent.com/document/api/362/83508 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { vendorRegionName } from '#catalogue/places.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import { copySnapshot, requireCopyable } from '#resources/snapshot/verbs/copy-snapshot.ts';
import { id, list } from '#wire/builders.ts';
import * as model from '../models/copy-snapshot-cross-regions.ts';
import { snapshotIdAsked, snapshotNameAsked } from './snapshot-fields.ts';

/** Copies a snapshot to other regions, where copies of their own come to be. */
export const copySnapshotCrossRegions = action.write({
  model,
  input: {
    DestinationRegions: list(id('region', { reasons: { unknown: snapshotFaults.copyNowhere } }), {
      required: true,
      max: 50,
    }),
    SnapshotId: snapshotIdAsked,
    SnapshotName: snapshotNameAsked,
  },
  rules: [
    { rule: 'one-of', fields: ['DestinationRegions'] },
    { rule: 'one-of', fields: ['SnapshotId'] },
  ],
  handle: async (context, input) => {
    const { DestinationRegions: regions, SnapshotId = '', SnapshotName: name = null } = input;
    const named = { snapshot: SnapshotId, region: context.region };
    const snapshot = await requireCopyable(context, named, { encryptedToo: false });
    const SnapshotCopyResultSet = [];
    for (const to of new Set(regions)) {
      const key = await copySnapshot(context, { snapshot, to }, copyCalled(name));
      const DestinationRegion = vendorRegionName('tencent', to) ?? '';
      SnapshotCopyResultSet.push({ SnapshotId: key, DestinationRegion, ...done });
    }
    return { SnapshotCopyResultSet };
  },
});

/** What a result says of a region to which the copy is under way. */
const done = { Code: 'Success', Message: '' } as const;

const copyCalled = (name: string | null) => ({ name, expiresAt: null, tags: [], doc: {} });
