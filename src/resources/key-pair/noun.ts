import { instanceKeyPairTable, keyPairTable } from '#store/schema/key-pair.ts';
import { noun } from '../noun.ts';
import { keyPairFaults } from './faults.ts';

/** A public key that opens instances. */
export const keyPairNoun = noun({
  name: 'key-pair',
  tables: { key_pairs: keyPairTable, instance_key_pairs: instanceKeyPairTable },
  onReset: 'goes',
  faults: keyPairFaults,
  hasIds: true,
  tagged: 'key_pairs',
  // Alibaba's limit; Tencent's documents have the refusal and no number.
  limits: { keyPairsPerRegionMax: 500 },
  limitsBy: { keyPairsPerRegionMax: ['region'] },
  counted: { table: 'key_pairs', scope: 'key-pairs' },
});
