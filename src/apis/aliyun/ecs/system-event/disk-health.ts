// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describedisksfullstatus
import type { SystemEvent } from '#resources/system-event/system-event.ts';

/** What of a disk goes by a type, and the codes that the page shows of it. */
const types = {
  disk: { Name: 'Stalled', Code: 7, health: { Name: 'Impaired', Code: 128 } },
  'disk-risk': { Name: 'Degraded', Code: 1, health: { Name: 'Warning', Code: 64 } },
} as const;

/** What an event of a disk goes by; undefined of one that is of no disk. */
export function typeOf({ subject }: SystemEvent) {
  return subject === 'disk' || subject === 'disk-risk' ? types[subject] : undefined;
}

/** The disks of events. */
export function disksOf(events: readonly SystemEvent[]): readonly string[] {
  return events.flatMap(({ disk }) => disk ?? []);
}

/** The HealthStatus of a disk that is made. */
export function healthWord(disk: string, open: readonly SystemEvent[]) {
  return healthOf({ key: disk, state: 'in-use' }, open).Name;
}

/** The HealthStatus of a disk, by the events of it that are open. */
export function healthOf(
  { key, state }: { readonly key: string; readonly state: string },
  open: readonly SystemEvent[],
): { readonly Name: string; readonly Code?: number } {
  if (state === 'creating') return { Name: 'Initializing' };
  const own = open.filter(({ disk }) => disk === key).map(typeOf);
  const impaired = own.find((type) => type === types.disk);
  return (impaired ?? own[0])?.health ?? { Name: 'Ok', Code: 0 };
}

/** An event of a disk as the list shows it. */
export function renderDiskEvent(event: SystemEvent) {
  const { Name, Code } = typeOf(event) ?? types.disk;
  return {
    EventId: event.key,
    EventType: { Name, Code },
    EventTime: event.publishedAt,
    ImpactLevel: '',
    ...(event.finishedAt === null ? {} : { EventEndTime: event.finishedAt }),
  };
}
