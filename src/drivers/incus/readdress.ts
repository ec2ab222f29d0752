import type { DriverAnswer, MachineSpec } from '../driver.ts';
import { answerOf, DONE, failed } from './answer-of.ts';
import { claim } from './claim.ts';
import type { IncusContext } from './context.ts';
import { findInstance } from './find-instance.ts';
import { isPowered, pathOfMachine } from './machine-record.ts';
import { networkOf } from './networks.ts';
import { FIRST_NIC, nicAt } from './nic-device.ts';

/**
 * Gives the first interface of a stopped machine another address, or one on another network: its
 * guest is told when it asks at its next start.
 */
export function readdress(context: IncusContext, spec: MachineSpec): Promise<DriverAnswer> {
  return answerOf(context, { verb: 'readdress', machine: spec }, async () => {
    const { privateAddress: address } = spec;
    const network = networkOf(context.networks(), address);
    if (network === undefined) return failed('no-network-has-its-address');
    const instance = await findInstance(context, spec);
    if (instance === undefined) return failed('no-such-machine');
    if (isPowered(instance)) return failed('machine-runs');
    await context.closeAddress({ key: spec.key, address, isMoving: true });
    if ((await claim(context, spec)) === 'superseded') return DONE;
    // Its further addresses are of the subnet before, and are put back where that is the same.
    const { 'ipv4.routes': _, ...before } = instance.devices[FIRST_NIC] ?? { name: FIRST_NIC };
    const device = { ...before, ...nicAt({ network, address }) };
    const body = { devices: { [FIRST_NIC]: device } };
    await context.engine.change('PATCH', pathOfMachine(spec), { body });
    return DONE;
  });
}
