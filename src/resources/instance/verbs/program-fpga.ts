import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { doneAtOnce } from '../begin.ts';
import { changeInstance } from '../change.ts';
import { instanceFaults } from '../faults.ts';
import { requireIdle, requireInstances } from '../require.ts';
import { fpgaFaults } from '../fpga-faults.ts';

export interface FpgaProgram {
  readonly instance: Key<'instance'>;
  readonly region: string;
  /** PCI addresses; none: all of its cards. */
  readonly cards: readonly string[];
}

/** The PCI device of the first card; the others follow it (seed 004 L18789). */
const FIRST_DEVICE = 8;

/** The PCI addresses of so many cards. */
export function cardAddresses(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const device = (FIRST_DEVICE + index).toString(16).padStart(2, '0');
    return `0000:00:${device}.0`;
  });
}

/** Programs cards of an instance of an FPGA type, in whatever state it is (seed 004 L18752). */
export const programFpga = verb(
  [instanceFaults.notFound, instanceFaults.inProgress, fpgaFaults.noCards, fpgaFaults.noSuchCard],
  async (scope: Scope, { instance: key, region, cards }: FpgaProgram): Promise<void> => {
    const [instance] = await requireInstances(scope, [key], region);
    if (instance === undefined) throw instanceFaults.notFound({ instance: key });
    const count = scope.cloud.catalogue.instanceType(instance.type)?.fpgas ?? 0;
    if (count === 0) throw fpgaFaults.noCards({ instance: key });
    const addresses = cardAddresses(count);
    for (const card of cards) if (!addresses.includes(card)) throw fpgaFaults.noSuchCard({ card });
    requireIdle(instance, 'program-fpga');
    await changeInstance(scope.db, instance, { operation: doneAtOnce(scope, 'program-fpga') });
  },
);
