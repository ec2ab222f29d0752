// https://cloud.tencent.com/document/api/362/116242 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import * as model from '../models/describe-snapshot-overview.ts';
import { snapshotOverview } from './snapshot-overview.ts';

/** How many snapshots there are, and what they take. */
export const describeSnapshotOverview = action.read({ model, handle: snapshotOverview });
