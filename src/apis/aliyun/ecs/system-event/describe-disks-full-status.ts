// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describedisksfullstatus
import { action, type ReadContext } from '#apis/context.ts';
import type { DiskQuery } from '#resources/disk/disk-query.ts';
import { listDisks } from '#resources/disk/verbs/list-disks.ts';
import { shownDiskState } from '#resources/disk/shown-state.ts';
import { systemEventFaults } from '#resources/system-event/faults.ts';
import { openStates, type SystemEvent } from '#resources/system-event/system-event.ts';
import { listEvents } from '#resources/system-event/verbs/list-events.ts';
import { id, list, time } from '#wire/builders.ts';
import { overlay } from '#wire/overlay.ts';
import type { InferIn } from '#wire/infer.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import { attachmentsOf } from '../disk/render-disk.ts';
import { diskStatuses, diskStatusOf, narrowedByStatus } from '../disk/words.ts';
import * as model from '../models/describe-disks-full-status.ts';
import { disksOf, healthOf, healthWord, renderDiskEvent, typeOf } from './disk-health.ts';
import { eventIds, period } from './event-words.ts';

/** Events of disks are listed for so long. */
const LISTED_MS = 7 * 86_400_000;

const input = {
  DiskId: list(id('disk'), { max: 100, reasons: { count: systemEventFaults.tooManyDisks } }),
  EventId: eventIds,
  // The page writes the first one so.
  Status: { values: ['In_Use', ...diskStatuses] },
  HealthStatus: {
    values: ['Impaired', 'Warning', 'Initializing', 'InsufficientData', 'NotApplicable'],
  },
  EventType: { values: ['Degraded', 'SeverelyDegraded', 'Stalled', 'ErrorDetected'] },
  EventTime: period,
  Tag: tagFilters,
  ...numbered(100),
} as const;

const asked = overlay(model.request, input);
type Asked = InferIn<typeof asked>;

/** What disks are like, and what happened to them in the last seven days. */
export const describeDisksFullStatus = action.read({
  model,
  input,
  output: {
    DiskFullStatusSet: {
      item: {
        fields: {
          InstanceId: id('instance', { optional: true }),
          Status: { fields: { Code: { optional: true } } },
          HealthStatus: { fields: { Code: { optional: true } } },
          DiskEventSet: {
            item: {
              fields: {
                EventId: id('system-event'),
                EventTime: time({ form: 'seconds' }),
                EventEndTime: time({ form: 'seconds', optional: true }),
              },
            },
          },
        },
      },
    },
  },
  handle: async (context, query) => {
    const events = await eventsOf(context, query);
    const open = await openEvents(context);
    const { total, items } = await listDisks(context, {
      region: context.region,
      query: narrowingOf(context, query, { events, open }),
      newestFirst: true,
      page: offsetAndLimit(query),
    });
    return {
      TotalCount: total,
      PageNumber: query.PageNumber,
      PageSize: query.PageSize,
      DiskFullStatusSet: items.map(({ disk, instance }) => {
        const name = diskStatusOf(shownDiskState(disk, instance), instance);
        return {
          DiskId: disk.key,
          Device: attachmentsOf(disk, name).Device,
          ...(disk.instance === null ? {} : { InstanceId: disk.instance }),
          Status: { Name: name, ...(name === 'Available' ? { Code: 129 } : {}) },
          HealthStatus: healthOf(disk, open),
          DiskEventSet: events.filter((event) => event.disk === disk.key).map(renderDiskEvent),
        };
      }),
    };
  },
});

async function openEvents(context: ReadContext): Promise<readonly SystemEvent[]> {
  const { region } = context;
  const open = await listEvents(context, { region, states: openStates });
  return open.filter((event) => typeOf(event) !== undefined);
}

async function eventsOf(context: ReadContext, query: Asked): Promise<readonly SystemEvent[]> {
  const { EventId, EventType, EventTime } = query;
  const since = context.now - LISTED_MS;
  const events = await listEvents(context, {
    region: context.region,
    keys: EventId?.length === 0 ? undefined : EventId,
    publishedFrom: EventTime?.Start,
    publishedTo: EventTime?.End,
  });
  return events.filter((event) => {
    const type = typeOf(event)?.Name;
    return type !== undefined && event.publishedAt >= since && type === (EventType ?? type);
  });
}

interface Events {
  readonly events: readonly SystemEvent[];
  readonly open: readonly SystemEvent[];
}

function narrowingOf(context: ReadContext, query: Asked, { events, open }: Events): DiskQuery {
  const { DiskId = [], EventId = [], EventType, EventTime, HealthStatus: health } = query;
  const byEvent = EventId.length > 0 || EventType !== undefined || EventTime !== undefined;
  const ofHealth = open.filter(({ disk }) => disk !== null && healthWord(disk, open) === health);
  const lists = [
    ...(DiskId.length > 0 ? [DiskId] : []),
    ...(byEvent ? [disksOf(events)] : []),
    ...(health === 'Impaired' || health === 'Warning' ? [disksOf(ofHealth)] : []),
  ];
  const [first, ...others] = lists;
  const keys = first?.filter((key) => others.every((list) => list.includes(key)));
  const isNothing =
    keys?.length === 0 || health === 'InsufficientData' || health === 'NotApplicable';
  const status = query.Status === 'In_Use' ? 'In_use' : query.Status;
  const making = health === 'Initializing' ? { states: ['creating' as const] } : {};
  return {
    keys,
    tags: tagFiltersOf(query.Tag),
    resourceGroups: groupsAsked(context.account, query.ResourceGroupId),
    ...(status === undefined ? making : narrowedByStatus(status)),
    nothing:
      isNothing || (health === 'Initializing' && (status ?? 'Creating') !== 'Creating')
        ? true
        : undefined,
  };
}
