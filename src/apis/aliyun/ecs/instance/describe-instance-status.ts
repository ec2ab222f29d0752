// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancestatus
// Seed 003 L19: how to watch what CreateInstance began.
import { zoneFaults } from '#resources/zone/faults.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { action } from '#apis/context.ts';
import { findZone } from '#resources/region/region.ts';
import { numbered } from '../../paging.ts';
import { statusOf } from './words.ts';
import * as model from '../models/describe-instance-status.ts';
import { instancePage } from './instance-page.ts';

export const describeInstanceStatus = action.read({
  model,
  input: {
    ClusterId: { deprecated: true },
    InstanceId: { max: 100, reasons: { count: instanceFaults.tooManyNamed } },
    ...numbered(50),
  },
  handle: async (context, input) => {
    const { ZoneId: zone } = input;
    if (zone !== undefined && findZone(zone)?.region !== context.region) {
      throw zoneFaults.notFound();
    }
    const { instances, figures } = await instancePage(context, input, {
      keys: input.InstanceId,
      zones: zone === undefined ? undefined : [zone],
    });
    return {
      ...figures,
      InstanceStatuses: instances.map((instance) => ({
        InstanceId: instance.key,
        Status: statusOf(instance),
      })),
    };
  },
});
