import type { ConsoleMachine } from '#drivers/console.ts';
import { systemOf } from '../image/system.ts';
import type { Catalogue, Cloud } from '../cloud.ts';
import type { Instance } from '../instance/instance.ts';
import { machineOf } from '../instance/machine.ts';
import { formatAddress } from '../subnet/cidr.ts';
import { consoleFaults } from './faults.ts';

/** How long an address opens its console (seed 004 L11751). */
export const ADDRESS_MS = 15_000;
/** Of one instance, in a minute (seed 004 L11755). */
export const USES_A_MINUTE_MAX = 30;
export const MINUTE_MS = 60_000;

/** What a fingerprint of a token is made for. */
export const tokenPurpose = 'console-token';
/** What the password of a console is sealed for. */
export const consolePasswordPurpose = 'console-password';

/** What a machine has written on its console. @throws console.notReady where it cannot be asked */
export async function consoleLogOf(
  { catalogue, supply }: Pick<Cloud, 'catalogue' | 'supply'>,
  instance: Instance,
): Promise<string> {
  try {
    return await supply.consoles.log(consoleMachineOf(catalogue, instance));
  } catch {
    // Whatever it was: what an engine says may name what is not the asker's.
    throw consoleFaults.notReady({ instance: instance.key });
  }
}

/** The machine of an instance, with what a simulated one says of itself. */
export function consoleMachineOf(
  catalogue: Pick<Catalogue, 'image'>,
  instance: Instance,
): ConsoleMachine {
  const { hostName, key, privateAddress, cpu, memoryMiB, startedAt, createdAt } = instance;
  return {
    ...machineOf(instance),
    hostName: hostName ?? key,
    system: systemOf(catalogue, instance)?.osName ?? 'Linux',
    cpu,
    memoryMiB,
    privateAddress: privateAddress === null ? '' : formatAddress(privateAddress),
    bootedAt: startedAt ?? createdAt,
  };
}
