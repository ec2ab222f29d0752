import { subnetTable } from '#store/schema/subnet.ts';
import { noun } from '../noun.ts';
import { subnetFaults } from './faults.ts';

/** A part of a private network, in one zone. */
export const subnetNoun = noun({
  name: 'subnet',
  tables: { subnets: subnetTable },
  onReset: 'goes',
  faults: subnetFaults,
  hasIds: true,
  tagged: 'subnets',
  limits: { subnetsPerVpcMax: 100 },
});
