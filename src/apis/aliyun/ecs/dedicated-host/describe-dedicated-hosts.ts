// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describededicatedhosts
import { action } from '#apis/context.ts';
import { tokenAfter } from '#apis/page-token.ts';
import { dedicatedHostFaults } from '#resources/dedicated-host/faults.ts';
import { withRooms } from '#resources/dedicated-host/room.ts';
import { instancesOn } from '#resources/dedicated-host/usage.ts';
import { listDedicatedHosts } from '#resources/dedicated-host/verbs/list-hosts.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { id, list } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { numbered, pageOf } from '../../paging.ts';
import { silent } from '../../parameters.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import * as model from '../models/describe-dedicated-hosts.ts';
import { renderHost } from './render-host.ts';
import { narrowedBy, statusNames } from './words.ts';

const NAMED_MAX = 100;
const absent = { optional: true } as const;
const one = <T>(value: T | undefined) => (value === undefined ? undefined : [value]);

/** Hosts of the region, newest first; in any state where none is asked for. */
export const describeDedicatedHosts = action.read({
  model,
  input: {
    DedicatedHostIds: list(id('dedicated-host'), {
      style: 'json',
      max: NAMED_MAX,
      reasons: {
        malformed: listingFaults.idsMalformed,
        count: dedicatedHostFaults.tooManyNamed,
      },
    }),
    Status: { values: statusNames, reasons: { value: listingFaults.statusUnknown } },
    LockReason: {
      values: ['financial', 'security'],
      reasons: { value: listingFaults.lockReasonUnknown },
    },
    Tag: tagFilters,
    ...numbered(NAMED_MAX),
    ...each(['NeedHostDetail', 'QueryInventory', 'SocketDetails'], silent),
  },
  output: {
    DedicatedHosts: {
      item: {
        fields: {
          CreationTime: { form: 'minutes' },
          ...each(['SchedulerOptions', 'HostDetailInfo', 'DedicatedHostOwnerId'], absent),
          Capacity: {
            fields: each(['AvailableInstanceTypes', 'SocketCapacities'], absent),
          },
          NetworkAttributes: { fields: each(['SlbUdpTimeout', 'UdpTimeout'], absent) },
          Instances: { item: { fields: each(['InstanceOwnerId', 'SocketId'], absent) } },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { db, region, account, cloud } = context;
    const { Status: status, LockReason: lock } = input;
    const { page, number } = pageOf(input, { min: 1, max: NAMED_MAX });
    const { total, items, next } = await listDedicatedHosts(context, {
      region,
      filter: {
        keys: input.DedicatedHostIds,
        zones: one(input.ZoneId),
        names: one(input.DedicatedHostName),
        types: one(input.DedicatedHostType),
        clusters: one(input.DedicatedHostClusterId),
        resourceGroups: groupsAsked(account, input.ResourceGroupId),
        tags: tagFiltersOf(input.Tag),
        ...(status !== undefined && narrowedBy(status)),
        ...(lock !== undefined && { states: lock === 'financial' ? ['expired'] : [] }),
      },
      page,
    });
    const instances = await instancesOn(db, items);
    const keys = items.map(({ key }) => key);
    const tags = await tagsOf(db, 'dedicated-host', keys);
    const { catalogue } = cloud;
    return {
      TotalCount: total,
      PageNumber: number,
      PageSize: page.limit,
      NextToken: tokenAfter(next),
      DedicatedHosts: (await withRooms(db, items)).map((roomy) =>
        renderHost(roomy, {
          catalogue,
          instances: instances.get(roomy.host.key) ?? [],
          tags: tags.get(roomy.host.key) ?? [],
        }),
      ),
    };
  },
});
