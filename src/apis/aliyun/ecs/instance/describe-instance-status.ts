// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancestatus
// Seed 003 L19: how to watch what CreateInstance began.
import { zoneFaults } from '#resources/zone/faults.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { action } from '#apis/context.ts';
import { findZone } from '#resources/region/region.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { hiddenStates, statusOf } from './words.ts';
import * as model from '../models/describe-instance-status.ts';

const IDS_MAX = 100;
const PAGE_MAX = 50;

export const describeInstanceStatus = action.read({
  model,
  region: 'required',
  input: {
    ClusterId: { deprecated: true },
    InstanceId: { max: IDS_MAX, reasons: { count: instanceFaults.tooManyNamed } },
    ...numbered(PAGE_MAX),
  },
  handle: async (context, { ZoneId, InstanceId = [], PageNumber, PageSize }) => {
    const { region } = context;
    if (ZoneId !== undefined && findZone(ZoneId)?.region !== region) throw zoneFaults.notFound();
    const { total, instances } = await listInstances(context, {
      region,
      keys: InstanceId.length === 0 ? undefined : InstanceId,
      zones: ZoneId === undefined ? undefined : [ZoneId],
      notStates: hiddenStates,
      ...offsetAndLimit({ PageNumber, PageSize }),
    });
    return {
      TotalCount: total,
      PageNumber,
      PageSize,
      InstanceStatuses: instances.map((instance) => ({
        InstanceId: instance.key,
        Status: statusOf(instance),
      })),
    };
  },
});
