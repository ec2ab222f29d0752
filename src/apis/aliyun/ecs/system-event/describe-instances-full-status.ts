// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancesfullstatus
import { action, type ReadContext } from '#apis/context.ts';
import type { InstanceQuery } from '#resources/instance/query.ts';
import { openStates, type SystemEvent } from '#resources/system-event/system-event.ts';
import { systemEventFaults } from '#resources/system-event/faults.ts';
import { listEvents } from '#resources/system-event/verbs/list-events.ts';
import { id, list, time } from '#wire/builders.ts';
import { overlay } from '#wire/overlay.ts';
import type { InferIn } from '#wire/infer.ts';
import { numbered } from '../../paging.ts';
import { instancePage } from '../instance/instance-page.ts';
import { statesOf, statusOf } from '../instance/words.ts';
import * as model from '../models/describe-instances-full-status.ts';
import { healthOf, healthOfOpen } from './instance-health.ts';
import {
  eventIds,
  eventPatches,
  eventTypeInputs,
  eventTypeOf,
  isOfType,
  period,
  renderEvent,
} from './event-words.ts';

const input = {
  InstanceId: list(id('instance'), {
    max: 100,
    reasons: { count: systemEventFaults.tooManyInstances },
  }),
  EventId: eventIds,
  Status: { values: ['Starting', 'Running', 'Stopped'] },
  HealthStatus: {
    values: [
      'Impaired',
      'Warning',
      'Maintaining',
      'Initializing',
      'InsufficientData',
      'NotApplicable',
    ],
  },
  ...eventTypeInputs,
  NotBefore: period,
  EventPublishTime: period,
  ...numbered(100),
} as const;

const asked = overlay(model.request, input);
type Asked = InferIn<typeof asked>;

/** What instances are like, and what is to become of them. */
export const describeInstancesFullStatus = action.read({
  model,
  input,
  output: {
    InstanceFullStatusSet: {
      item: {
        fields: {
          Status: { fields: { Code: { optional: true } } },
          HealthStatus: { fields: { Code: { optional: true } } },
          ScheduledSystemEventSet: {
            item: {
              fields: {
                ...eventPatches,
                EventId: id('system-event'),
                EventPublishTime: time({ form: 'seconds' }),
                NotBefore: time({ form: 'seconds' }),
              },
            },
          },
        },
      },
    },
  },
  handle: async (context, query) => {
    const { region } = context;
    const shown = await shownEvents(context, query);
    const open = (await listEvents(context, { region, states: openStates })).filter(isOfInstance);
    const narrowing = narrowingOf(query, shown, open);
    const { instances, figures } = await instancePage(context, query, narrowing);
    return {
      ...figures,
      InstanceFullStatusSet: instances.map((instance) => {
        const status = statusOf(instance);
        return {
          InstanceId: instance.key,
          Status: { Name: status, ...(status === 'Running' ? { Code: 1 } : {}) },
          HealthStatus: healthOf(instance, open),
          ScheduledSystemEventSet: shown
            .filter((event) => event.instance === instance.key)
            .map(renderEvent),
        };
      }),
    };
  },
});

function isOfInstance(event: SystemEvent): boolean {
  return eventTypeOf(event) !== undefined;
}

/** Those that are scheduled; of a period, whatever has become of them. */
async function shownEvents(context: ReadContext, query: Asked): Promise<readonly SystemEvent[]> {
  const { NotBefore, EventPublishTime, EventId } = query;
  const hasPeriod = NotBefore !== undefined || EventPublishTime !== undefined;
  const events = await listEvents(context, {
    region: context.region,
    keys: EventId?.length === 0 ? undefined : EventId,
    ...(hasPeriod ? {} : { states: ['scheduled'] }),
    notBeforeFrom: NotBefore?.Start,
    notBeforeTo: NotBefore?.End,
    publishedFrom: EventPublishTime?.Start,
    publishedTo: EventPublishTime?.End,
  });
  return events.filter((event) => isOfType(event, query));
}

function narrowingOf(
  query: Asked,
  shown: readonly SystemEvent[],
  open: readonly SystemEvent[],
): Omit<InstanceQuery, 'region'> {
  const { InstanceId = [], HealthStatus: health, Status } = query;
  const byEvent =
    [query.EventId, query.InstanceEventType].some((list = []) => list.length > 0) ||
    [query.EventType, query.NotBefore, query.EventPublishTime].some((one) => one !== undefined);
  const lists = [
    ...(InstanceId.length > 0 ? [InstanceId] : []),
    ...(byEvent ? [shown.map(({ instance }) => instance)] : []),
    ...(health === 'Warning' || health === 'Maintaining'
      ? [open.filter((event) => healthOfOpen(open, event.instance) === health).map(instanceOf)]
      : []),
  ];
  const [first, ...others] = lists;
  const keys = first?.filter((key) => others.every((list) => list.includes(key)));
  const states = Status === undefined ? undefined : statesOf(Status);
  const nothing = keys?.length === 0 || health === 'InsufficientData' || health === 'NotApplicable';
  if (nothing) return { nothing: true };
  if (health === 'Initializing') {
    const making = ['creating', 'booting'] as const;
    return { keys, states: making.filter((state) => states?.includes(state) ?? true) };
  }
  const faulty = health === undefined ? undefined : health === 'Impaired';
  return { keys, states, faulty };
}

function instanceOf({ instance }: SystemEvent): string {
  return instance;
}
