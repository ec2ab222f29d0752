// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancesfullstatus
import type { Instance } from '#resources/instance/instance.ts';
import type { SystemEvent } from '#resources/system-event/system-event.ts';

/** Those whose code the page shows: no page lists the others. */
const healthCodes: Readonly<Record<string, number>> = { Ok: 0, Warning: 64, Impaired: 128 };

/** The HealthStatus of an instance by its open events; undefined where there is none. */
export function healthOfOpen(open: readonly SystemEvent[], instance: string): string | undefined {
  const own = open.filter((event) => event.instance === instance);
  if (own.length === 0) return undefined;
  return own.some(({ state }) => state === 'executing') ? 'Maintaining' : 'Warning';
}

/** The HealthStatus of an instance. */
export function healthOf(instance: Instance, open: readonly SystemEvent[]) {
  const Name = healthWord(instance, open);
  const Code = healthCodes[Name];
  return { Name, ...(Code === undefined ? {} : { Code }) };
}

function healthWord({ key, state, fault }: Instance, open: readonly SystemEvent[]): string {
  if (fault !== null) return 'Impaired';
  if (state === 'creating' || state === 'booting') return 'Initializing';
  return healthOfOpen(open, key) ?? 'Ok';
}
