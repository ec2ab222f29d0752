import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { changeDisk } from '../../disk/change.ts';
import { askGrowth, attachedDisks, endGrowth } from '../../disk/growth.ts';
import { reverseOrder } from '../../order/reverse-order.ts';
import type { Instance } from '../instance.ts';
import { machineOf, settledAttemptsMax } from '../machine.ts';
import { dropRoom, heldHost, takeHeldRoom } from '../type-change-room.ts';
import { machineWork } from './machine-work.ts';
import type { MachineWorkInput } from './machine-work.ts';

export interface ChangeTypeInput extends MachineWorkInput {
  readonly type: string;
  readonly cpu: number;
  readonly memoryMiB: number;
  /** A disk that becomes larger, and what it had before. */
  readonly grown?: { readonly disk: Key<'disk'>; readonly fromGiB: number };
  /** The order that it was paid with in advance. */
  readonly order?: string;
  /** What its system disk becomes. */
  readonly systemCategory?: string;
}

/** Makes the machine of an instance one of another type; its host may be another one then. */
export const changeTypeWorkflow = machineWork<ChangeTypeInput>({
  kind: 'instance.change-type',
  attemptsMax: settledAttemptsMax,
  async ask({ services, input, beganAt, now }, { instance, disks }) {
    const { cpu, memoryMiB, grown } = input;
    const disk = disks.find(({ key }) => key === grown?.disk);
    if (disk !== undefined) {
      const answer = await askGrowth(services.driver, disk, { beganAt, now });
      if (answer.state !== 'done') return answer;
    }
    const host = await services.store.read((reader) => heldHost(reader, instance));
    const machine = machineOf({ ...instance, host });
    return services.driver.resize(machine, { cpu, memoryMiB }, { beganAt, now });
  },
  async over(tx, { input, now }, { instance, isDone, error }) {
    const { type, cpu, memoryMiB, grown } = input;
    if (grown !== undefined) {
      const { disk, fromGiB } = grown;
      await endGrowth(tx, disk, { fromGiB, error: isDone ? null : error, now });
    }
    if (!isDone) {
      await dropRoom(tx, instance);
      if (input.order !== undefined) await reverseOrder(tx, { order: input.order, now });
      return {};
    }
    const host = await takeHeldRoom(tx, instance, { cpu, memoryMiB });
    if (input.systemCategory !== undefined) {
      await changeSystemCategory(tx, instance, input.systemCategory);
    }
    return { type, cpu, memoryMiB, host };
  },
});

async function changeSystemCategory(tx: Tx, instance: Instance, category: string): Promise<void> {
  const [disk] = await attachedDisks({ db: tx }, instance);
  if (disk?.role === 'system') await changeDisk(tx, disk, { category });
}
