import type { Stranger } from '../driver.ts';
import type { IncusContext } from './context.ts';
import { recordKeys, type InstanceAnswer } from './machine-record.ts';

interface Listed extends InstanceAnswer {
  /** Its own and those of its profiles. */
  readonly expanded_devices?: InstanceAnswer['devices'];
}

/** Those of these instances that this cloud has not made. Of one that is away nobody can tell. */
export function strangersAmong(
  { cloud }: Pick<IncusContext, 'cloud'>,
  instances: readonly Listed[],
): readonly Stranger[] {
  return instances
    .filter(({ config }) => isTold(config) && config[recordKeys.cloud] !== cloud)
    .map(({ name, devices, expanded_devices: expanded }) => ({
      name,
      addresses: Object.values(expanded ?? devices ?? {}).flatMap((device) =>
        device['type'] === 'nic' ? (device['ipv4.address'] ?? []) : [],
      ),
    }));
}

/** The list holds nothing but the name of an instance whose member is away. */
function isTold(config: InstanceAnswer['config'] | null): config is InstanceAnswer['config'] {
  return Object.keys(config ?? {}).length > 0;
}
