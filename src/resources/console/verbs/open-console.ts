import type { Key } from '#kernel/key.ts';
import { replaceBlob } from '../../blob/blobs.ts';
import { instanceFaults } from '../../instance/faults.ts';
import type { Instance } from '../../instance/instance.ts';
import { requireIdle, requireInstances, requireState } from '../../instance/require.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { ADDRESS_MS, consolePasswordPurpose, tokenPurpose } from '../console.ts';

const TOKEN_BYTES = 32;

export interface ConsoleRequest {
  readonly key: Key<'instance'>;
  readonly region: string | null;
  /** Whether its password, where it has one, is to be given at that address. */
  readonly asksPassword: boolean;
}

const refusals = [
  instanceFaults.notFound,
  instanceFaults.faulty,
  instanceFaults.wrongState,
  instanceFaults.inProgress,
  instanceFaults.stoppedWithoutCharge,
] as const;

/**
 * Answers the token of an address that opens the console of a running instance: once, and in the
 * seconds that follow. Only its fingerprint is kept.
 */
export const openConsole = verb(
  refusals,
  async (scope: Scope, { key, region, asksPassword }: ConsoleRequest): Promise<string> => {
    const { cloud, db, now } = scope;
    const [instance] = await requireInstances(scope, [key], region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: key });
    requireConsole(instance);
    const token = Buffer.from(cloud.random.bytes(TOKEN_BYTES)).toString('base64url');
    await db.insert('console_sessions', [
      {
        token: cloud.sealer.fingerprint(token, tokenPurpose),
        instance: key,
        asks_password: asksPassword ? 1 : 0,
        expires_at: now + ADDRESS_MS,
        used_at: null,
      },
    ]);
    return token;
  },
);

/** @throws instance.stoppedWithoutCharge, instance.wrongState, instance.inProgress */
function requireConsole(instance: Instance): void {
  const { key: instanceKey, state, stopMode } = instance;
  if (state === 'stopped' && stopMode === 'stop-charging') {
    throw instanceFaults.stoppedWithoutCharge({ instance: instanceKey });
  }
  requireState(instance, 'console');
  if (instance.operation !== null) requireIdle(instance, instance.operation);
}

/** Sets what is asked for at an address that asks; the instance is one of the account. */
export async function setConsolePassword(
  { db, cloud }: Scope,
  key: Key<'instance'>,
  password: string,
): Promise<void> {
  const sealed = cloud.sealer.seal(password, consolePasswordPurpose);
  await replaceBlob(db, { resource: key, kind: 'console-password' }, sealed);
}
