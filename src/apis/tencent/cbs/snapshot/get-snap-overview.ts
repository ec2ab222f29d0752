// https://cloud.tencent.com/document/api/362/65668 and models/tencent/cbs.json GetSnapOverview.
import { action } from '#apis/context.ts';
import * as model from '../models/get-snap-overview.ts';
import { snapshotOverview } from './snapshot-overview.ts';

/** The older name of DescribeSnapshotOverview. */
export const getSnapOverview = action.read({ model, handle: snapshotOverview });
