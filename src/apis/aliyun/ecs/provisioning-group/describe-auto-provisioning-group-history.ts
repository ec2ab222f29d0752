// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeautoprovisioninggrouphistory
import { action } from '#apis/context.ts';
import { aliyunId } from '../../ids.ts';
import type { DeliveryResult } from '#resources/provisioning-group/provisioning-group.ts';
import { getGroup } from '#resources/provisioning-group/verbs/groups.ts';
import { time } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { numbered } from '../../paging.ts';
import * as model from '../models/describe-auto-provisioning-group-history.ts';
import { groupId } from './group-fields.ts';

/** The one delivery of a group, and what came of its launches. */
export const describeAutoProvisioningGroupHistory = action.read({
  model,
  input: {
    AutoProvisioningGroupId: groupId,
    StartTime: time({ form: 'seconds' }),
    EndTime: time({ form: 'seconds' }),
    ...numbered(100),
  },
  output: {
    AutoProvisioningGroupHistories: {
      item: {
        fields: {
          LastEventTime: time({ form: 'seconds' }),
          StartTime: time({ form: 'seconds' }),
          ActivityDetails: {
            item: {
              fields: each(['CreatedInstanceIds', 'DestroyedInstanceIds', 'ErrorMessages'], {
                optional: true,
              }),
            },
          },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { AutoProvisioningGroupId: key, StartTime = 0, EndTime = Infinity } = input;
    const { PageNumber, PageSize } = input;
    const { results, createdAt } = await getGroup(context, { region: context.region, key });
    const isAsked = createdAt >= StartTime && createdAt <= EndTime;
    const failed = results?.every(({ error }) => error !== null) ?? false;
    const ended = failed ? 'failed' : 'success';
    const task = {
      ActivityDetails: (results ?? []).map(shownActivity),
      LastEventTime: createdAt,
      StartTime: createdAt,
      Status: results === null ? 'prepare' : ended,
      TaskId: `apg-task-${key}`,
    };
    const all = isAsked ? [task] : [];
    return {
      TotalCount: all.length,
      PageNumber,
      PageSize,
      AutoProvisioningGroupHistories: PageNumber === 1 ? all : [],
    };
  },
});

function shownActivity({ instances, error }: DeliveryResult) {
  const ids = instances.map((key) => aliyunId('instance', key)).join(', ');
  const created = instances.length > 0;
  if (error === null) {
    return { Detail: `New ECS instances "${ids}" created.`, Status: 'Successful' };
  }
  const Detail = `${error.code}: ${error.message}`;
  return { Detail, Status: created ? 'Warning' : 'Failed' };
}
