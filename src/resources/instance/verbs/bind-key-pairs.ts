import type { Key } from '#kernel/key.ts';
import type { StopMode } from '#drivers/driver.ts';
import { systemOf } from '../../image/system.ts';
import { keyPairFaults } from '../../key-pair/faults.ts';
import { keyPairsOf, type LinkedKeyPair } from '../../key-pair/links.ts';
import { requireKeyPairs } from '../../key-pair/verbs/require-key-pairs.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { Instance } from '../instance.ts';
import { requireInstances } from '../require.ts';
import { changeGuests, type GuestChangeRequest } from './change-guests.ts';

export interface KeyPairsBound {
  /** Keys of instances. */
  readonly instances: ReadonlyArray<Key<'instance'>>;
  /** Keys of key pairs, in the order in which they are shown. */
  readonly keyPairs: ReadonlyArray<Key<'key-pair'>>;
  readonly region: string;
  /** What becomes of instances that run. */
  readonly running: GuestChangeRequest['running'];
  readonly mode: StopMode;
  readonly refusesWithoutCharge?: boolean;
}

/**
 * Has instances opened by key pairs, in place of those before, and by no password any more: all of
 * them, or none (seed 004 L29007-29021).
 */
export const bindKeyPairs = verb(
  [requireKeyPairs, keyPairFaults.notForWindows, changeGuests],
  async (scope: Scope, request: KeyPairsBound): Promise<void> => {
    const { region, keyPairs: keys } = request;
    const instances = await requireLinux(scope, request);
    const keyPairs = await requireKeyPairs(scope, { keys, region });
    await changeGuests(scope, {
      ...requestOf(request, instances),
      operation: 'bind-key-pairs',
      wish: { keyPairs: keyPairs.map(withPublicKey), passwordLogin: false },
    });
  },
);

/**
 * Has instances opened by these key pairs no more. One that is left without any is opened by the
 * password it had, if it had one (seed 004 L29259-29265).
 */
export const unbindKeyPairs = verb(
  [requireKeyPairs, keyPairFaults.notForWindows, keyPairFaults.notAttached, changeGuests],
  async (scope: Scope, request: KeyPairsBound): Promise<void> => {
    const { region, keyPairs: keys } = request;
    const instances = await requireLinux(scope, request);
    await requireKeyPairs(scope, { keys, region });
    const bound = await keyPairsOf(
      scope.db,
      instances.map(({ key }) => key),
    );
    const leftOf = ({ key }: Instance): readonly LinkedKeyPair[] => {
      const those = bound.get(key) ?? [];
      const stranger = keys.find((pair) => !those.some((one) => one.key === pair));
      if (stranger !== undefined) {
        throw keyPairFaults.notAttached({ 'key-pair': stranger, instance: key });
      }
      return those.filter((one) => !keys.includes(one.key));
    };
    const left = instances.map((instance) => ({ instance, keyPairs: leftOf(instance) }));
    // Those that are left with the same key pairs are changed together.
    const alike = Map.groupBy(left, ({ keyPairs }) => keyPairs.map(({ key }) => key).join());
    for (const group of alike.values()) {
      const keyPairs = group[0]?.keyPairs ?? [];
      await changeGuests(scope, {
        ...requestOf(
          request,
          group.map(({ instance }) => instance),
        ),
        operation: 'unbind-key-pairs',
        wish: { keyPairs: keyPairs.map(withPublicKey), passwordLogin: keyPairs.length === 0 },
      });
    }
  },
);

async function requireLinux(
  scope: Scope,
  { instances: keys, region }: KeyPairsBound,
): Promise<readonly Instance[]> {
  const instances = await requireInstances(scope, keys, region);
  const { catalogue } = scope.cloud;
  for (const instance of instances) {
    if (systemOf(catalogue, instance)?.osFamily !== 'windows') continue;
    throw keyPairFaults.notForWindows({ instance: instance.key });
  }
  return instances;
}

function requestOf(
  { region, running, mode, refusesWithoutCharge = false }: KeyPairsBound,
  instances: readonly Instance[],
) {
  const keys = instances.map(({ key }) => key);
  return { keys, region, running, mode, refusesWithoutCharge };
}

/** What of a key pair goes into a guest. */
function withPublicKey({ key, publicKey }: LinkedKeyPair) {
  return { key, publicKey };
}
