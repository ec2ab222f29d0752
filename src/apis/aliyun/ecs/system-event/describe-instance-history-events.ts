// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancehistoryevents
import { action, type ReadContext } from '#apis/context.ts';
import { instancesOfKeys } from '#resources/instance/by-keys.ts';
import type { SystemEvent } from '#resources/system-event/system-event.ts';
import { listEvents } from '#resources/system-event/verbs/list-events.ts';
import { id, list, string, time } from '#wire/builders.ts';
import { overlay } from '#wire/overlay.ts';
import type { InferIn } from '#wire/infer.ts';
import { numbered } from '../../paging.ts';
import { groupsAsked } from '../../resource-group.ts';
import { silent } from '../../parameters.ts';
import * as model from '../models/describe-instance-history-events.ts';
import {
  cycleWords,
  eventIds,
  eventPatches,
  eventTypeInputs,
  isOfType,
  period,
  renderEvent,
  statesOfCycle,
} from './event-words.ts';
import { pageOfAll } from './event-page.ts';

const ENDED = ['Executed', 'Avoided', 'Canceled', 'Failed'];
/** Finished events are listed for so long. */
const LISTED_MS = 30 * 86_400_000;

const input = {
  InstanceId: id('instance'),
  ResourceId: list(id('instance'), { max: 100 }),
  ResourceType: { values: ['instance', 'ddh', 'managedhost'], default: 'instance' },
  EventId: eventIds,
  InstanceEventCycleStatus: list(string({ values: cycleWords }), { max: 7 }),
  EventCycleStatus: { values: cycleWords },
  ...eventTypeInputs,
  NotBefore: period,
  EventPublishTime: period,
  ImpactLevel: silent,
  ...numbered(100),
} as const;

const asked = overlay(model.request, input);

/** Events of instances: those that are over, unless a status is said. */
export const describeInstanceHistoryEvents = action.read({
  model,
  input,
  output: {
    InstanceSystemEventSet: {
      item: {
        fields: {
          ...eventPatches,
          EventId: id('system-event'),
          EventPublishTime: time({ form: 'seconds' }),
          NotBefore: time({ form: 'seconds' }),
          EventFinishTime: time({ form: 'seconds', optional: true }),
        },
      },
    },
  },
  handle: async (context, query) => {
    const found = await matching(context, query);
    const { items, ...figures } = pageOfAll(found, query);
    return {
      ...figures,
      InstanceSystemEventSet: items.map((event) => ({
        ...renderEvent(event),
        InstanceId: event.instance,
        ReasonCode: '',
        ResourceType: 'instance',
        ...(event.finishedAt === null ? {} : { EventFinishTime: event.finishedAt }),
      })),
    };
  },
});

async function matching(
  context: ReadContext,
  query: InferIn<typeof asked>,
): Promise<readonly SystemEvent[]> {
  const { ResourceId = [], InstanceId, NotBefore, EventPublishTime, Tag = [] } = query;
  // Hosts have none here, and no event has a tag.
  if (query.ResourceType !== 'instance' || Tag.length > 0) return [];
  const { InstanceEventCycleStatus: several = [], EventCycleStatus: one } = query;
  const single = one === undefined ? ENDED : [one];
  const cycles = several.length > 0 ? several : single;
  const named = InstanceId === undefined ? undefined : [InstanceId];
  const events = await listEvents(context, {
    region: context.region,
    keys: query.EventId?.length === 0 ? undefined : query.EventId,
    instances: ResourceId.length > 0 ? ResourceId : named,
    states: statesOfCycle(cycles),
    notBeforeFrom: NotBefore?.Start,
    notBeforeTo: NotBefore?.End,
    publishedFrom: EventPublishTime?.Start,
    publishedTo: EventPublishTime?.End,
  });
  const since = context.now - LISTED_MS;
  const fitting = events.filter(
    (event) => isOfType(event, query) && (event.finishedAt ?? since) >= since,
  );
  return inGroup(context, fitting.toReversed(), query.ResourceGroupId);
}

async function inGroup(
  context: ReadContext,
  events: readonly SystemEvent[],
  group: string | undefined,
): Promise<readonly SystemEvent[]> {
  const groups = groupsAsked(context.account, group);
  if (groups === undefined) return events;
  const keys = [...new Set(events.map(({ instance }) => instance))];
  const instances = await instancesOfKeys(context.db, keys);
  return events.filter(({ instance }) => {
    const found = instances.get(instance);
    return found !== undefined && groups.includes(found.resourceGroup);
  });
}
