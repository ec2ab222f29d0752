import type { InstanceType } from '../../instance-type/instance-type.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { instanceFaults } from '../faults.ts';
import { requireInstances } from '../require.ts';
import { availabilityOf } from '../availability.ts';
import { typeChangeFaults } from '../type-change-faults.ts';
import { familyRefusal, ownRefusal, roomRefusal } from '../type-fit.ts';
import type { InstanceSelector } from './power.ts';
import { typeFitFacts } from './plan-type-change.ts';

/** A type, and why instances could not become one of it: null where they could. */
export interface TypeOffer {
  readonly type: InstanceType;
  /** It is not for such instances, has no room for what they have, or is sold out. */
  readonly lacks: 'fit' | 'room' | 'stock' | null;
}

interface Asked extends InstanceSelector {
  /** Those that are looked at: each that the zone sells is answered. */
  readonly types: readonly InstanceType[];
}

/** What instances of one zone could become, all of them: each type of the zone but theirs. */
export const listTypeChanges = verb(
  [instanceFaults.notFound, typeChangeFaults.zonesDiffer, typeChangeFaults.formerTypeGone],
  async (
    scope: ReadScope,
    { keys, region, types }: Asked,
  ): Promise<{ readonly zone: string; readonly offers: readonly TypeOffer[] }> => {
    const instances = await requireInstances(scope, keys, region);
    const [zone = '', ...others] = new Set(instances.map((instance) => instance.zone));
    if (others.length > 0) throw typeChangeFaults.zonesDiffer();
    const facts = await Promise.all(instances.map((instance) => typeFitFacts(scope, instance)));
    const [first] = instances;
    const available = await availabilityOf(scope, first?.launchedBy ?? '');
    const charge = first?.chargeType ?? 'postpaid';
    const sold = types.filter((type) => {
      const isTheirs = instances.some((instance) => instance.type === type.name);
      return !isTheirs && scope.cloud.catalogue.sells(type, zone);
    });
    const lackOf = (type: InstanceType): TypeOffer['lacks'] => {
      if (facts.some((each) => ownRefusal(each) ?? familyRefusal(each, type))) return 'fit';
      if (facts.some((each) => roomRefusal(each, type))) return 'room';
      const { count } = available({ zone, type: type.name, charge }, instances.length);
      return count < instances.length ? 'stock' : null;
    };
    return { zone, offers: sold.map((type) => ({ type, lacks: lackOf(type) })) };
  },
);
