import {
  dropPendingAddress,
  movePrimaryInterface,
  type NewPlace,
} from '../../network-interface/readdress.ts';
import { settledAttemptsMax, specOf } from '../machine.ts';
import { machineWork } from './machine-work.ts';
import type { MachineWorkInput } from './machine-work.ts';

export interface ReaddressInput extends MachineWorkInput {
  readonly place: NewPlace;
  /** Whether it keeps its host name, which may hold its address. */
  readonly keepsHostName: boolean;
  /** What the vendor alone knows of it, where it changes. */
  readonly own: Readonly<Record<string, unknown>>;
}

/** Gives an instance another private address, or another subnet; it is stopped meanwhile. */
export const readdressWorkflow = machineWork<ReaddressInput>({
  kind: 'instance.readdress',
  attemptsMax: settledAttemptsMax,
  async ask({ services, input, beganAt, now }, loaded) {
    const { subnet, address } = input.place;
    const { image, hostName } = loaded.instance;
    const source = await services.sourceOf(image);
    const name = input.keepsHostName ? hostName : null;
    const instance = { ...loaded.instance, subnet, privateAddress: address, hostName: name };
    const spec = specOf({ ...loaded, instance }, { boot: false, source });
    return services.driver.readdress(spec, { beganAt, now });
  },
  async over(tx, { input: { key, place, ...input } }, { isDone, instance }) {
    if (!isDone) {
      await dropPendingAddress(tx, key, place);
      return {};
    }
    await movePrimaryInterface(tx, key, place);
    const { subnet, vpc, address: privateAddress } = place;
    const own = { ...instance.own, ...input.own };
    const named = input.keepsHostName ? {} : { hostName: null };
    return { subnet, vpc, privateAddress, own, ...named };
  },
});
