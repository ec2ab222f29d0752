import { hostTable } from '#store/schema/host.ts';
import { noun } from '../noun.ts';

/** A machine that carries instances. */
export const hostNoun = noun({
  name: 'host',
  tables: { hosts: hostTable },
  onReset: 'goes',
});
