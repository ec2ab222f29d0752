import type {
  EventCause,
  EventRemedy,
  EventState,
  SystemEvent,
} from '#resources/system-event/system-event.ts';
import { systemEventFaults } from '#resources/system-event/faults.ts';
import { id, list, string, structure, time } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';

/** Status of an event, and its code where a page's sample shows one: no page lists them. */
const cycles: Readonly<Record<EventState, { readonly Name: string; readonly Code?: number }>> = {
  inquiring: { Name: 'Inquiring' },
  scheduled: { Name: 'Scheduled', Code: 24 },
  executing: { Name: 'Executing' },
  executed: { Name: 'Executed', Code: 0 },
  canceled: { Name: 'Canceled' },
  avoided: { Name: 'Avoided', Code: 8 },
  failed: { Name: 'Failed' },
};

/** EventCycleStatus: the states that go by a word. */
export function statesOfCycle(words: readonly string[]): readonly EventState[] {
  const states = Object.keys(cycles) as readonly EventState[];
  return states.filter((state) => words.includes(cycles[state].Name));
}

export const cycleWords = Object.values(cycles).map(({ Name }) => Name);

const causes = {
  maintenance: 'SystemMaintenance',
  failure: 'SystemFailure',
  'instance-failure': 'InstanceFailure',
} as const satisfies Readonly<Record<EventCause, string>>;

/** What is done online is an event of a disk, or none. */
const remedies = {
  redeploy: 'Redeploy',
  reboot: 'Reboot',
  stop: 'Stop',
} as const satisfies Readonly<Record<Exclude<EventRemedy, 'online'>, string>>;

/** Those whose code a page's sample shows. */
const typeCodes: Readonly<Record<string, number>> = {
  'SystemMaintenance.Reboot': 1,
  'InstanceExpiration.Stop': 34,
  'SystemFailure.Reboot': 65,
};

/** EventType of an event of an instance; undefined of one that is none. */
export function eventTypeOf({ cause, remedy }: SystemEvent): string | undefined {
  return remedy === 'online' ? undefined : `${causes[cause]}.${remedies[remedy]}`;
}

/** What an EventType of a simulated event is; each is one that the page lists. */
export function kindOfType(type: string): Pick<SystemEvent, 'cause' | 'remedy'> {
  const [cause, remedy] = type.split('.');
  return {
    cause: keyOf(causes, cause) ?? 'maintenance',
    remedy: keyOf(remedies, remedy) ?? 'reboot',
  };
}

function keyOf<K extends string>(words: Readonly<Record<K, string>>, word: string | undefined) {
  return (Object.keys(words) as K[]).find((key) => words[key] === word);
}

/** Types of events that a list may be narrowed to. */
export const eventTypes = [
  'SystemMaintenance.Reboot',
  'SystemMaintenance.Redeploy',
  'SystemMaintenance.Stop',
  'SystemFailure.Reboot',
  'SystemFailure.Redeploy',
  'SystemFailure.Stop',
  'SystemFailure.Delete',
  'InstanceFailure.Reboot',
  'InstanceExpiration.Stop',
  'InstanceExpiration.Delete',
  'AccountUnbalanced.Stop',
  'AccountUnbalanced.Delete',
] as const;

/** What both lists of events of instances say of an event, besides its model. */
export const eventPatches = {
  // Of local disks, which no type has here.
  ExtendedAttribute: { optional: true },
  ...each(['EventCycleStatus', 'EventType'], { fields: { Code: { optional: true } } }),
} as const;

/** EventId.N, at most a hundred. */
export const eventIds = list(id('system-event'), {
  max: 100,
  reasons: { count: systemEventFaults.tooManyNamed },
});

/** A period, both ends included. */
export const period = structure({
  Start: time({ form: 'seconds' }),
  End: time({ form: 'seconds' }),
});

/** InstanceEventType.N, and the EventType that counts where there is none. */
export const eventTypeInputs = {
  InstanceEventType: list(string({ values: eventTypes }), { max: 30 }),
  EventType: { values: eventTypes },
} as const;

/** Whether an event is of one of the types asked for; all are where none is. */
export function isOfType(
  event: SystemEvent,
  asked: {
    readonly InstanceEventType?: readonly string[] | undefined;
    readonly EventType?: string | undefined;
  },
): boolean {
  const type = eventTypeOf(event);
  const { InstanceEventType: several = [], EventType: one } = asked;
  const single = one === undefined ? [] : [one];
  const wanted = several.length > 0 ? several : single;
  return type !== undefined && (wanted.length === 0 || wanted.includes(type));
}

/** An event as the lists show it. */
export function renderEvent(event: SystemEvent) {
  const type = eventTypeOf(event) ?? '';
  const code = typeCodes[type];
  return {
    EventId: event.key,
    EventCycleStatus: cycles[event.state],
    EventType: { Name: type, ...(code === undefined ? {} : { Code: code }) },
    EventPublishTime: event.publishedAt,
    NotBefore: event.notBefore,
    ImpactLevel: '',
    Reason: reasonOf(event),
  };
}

function reasonOf({ simulated, cause }: SystemEvent): string {
  if (simulated) return 'A simulated event.';
  return cause === 'failure' ? 'The host has failed.' : 'The host is to be maintained.';
}
