// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-copysnapshot
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import {
  copySnapshot as copyOne,
  requireCopyable,
} from '#resources/snapshot/verbs/copy-snapshot.ts';
import { id } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { clientToken, silent } from '../../parameters.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/copy-snapshot.ts';
import { endAfter, newDescription, retentionDays, snapshotName } from './snapshot-fields.ts';

/** Copies a snapshot to another region; an encrypted one stays encrypted there. */
export const copySnapshot = action.write({
  model,
  input: {
    DestinationRegionId: id('region', { required: true }),
    DestinationSnapshotName: { ...snapshotName, required: true },
    DestinationSnapshotDescription: { ...newDescription, required: true },
    RetentionDays: retentionDays,
    Encrypted: { default: false },
    // Not open to use.
    DestinationStorageLocationArn: silent,
    Arn: {
      deprecated: true,
      item: { fields: each(['RoleType', 'Rolearn', 'AssumeRoleFor'], silent) },
    },
    Tag: givenTags,
    ClientToken: clientToken,
  },
  handle: async (context, asked) => {
    const { SnapshotId: key, DestinationRegionId: to, RetentionDays: days } = asked;
    if (asked.KMSKeyId !== undefined) throw diskFaults.encryptionKeyNotFound();
    const named = { snapshot: key, region: context.region };
    const snapshot = await requireCopyable(context, named, { encryptedToo: true });
    // No engine of machines encrypts what it copies.
    if (asked.Encrypted && !snapshot.encrypted) throw snapshotFaults.notCopyable({ snapshot: key });
    const SnapshotId = await copyOne(
      context,
      { snapshot, to },
      {
        name: asked.DestinationSnapshotName,
        expiresAt: endAfter(context.now, days),
        resourceGroup: await groupForNew(context, asked.ResourceGroupId),
        tags: checkedTags(asked.Tag),
        doc: { description: asked.DestinationSnapshotDescription },
      },
    );
    return { SnapshotId };
  },
});
