import { quotaTable } from '#store/schema/quota.ts';
import { noun } from '../noun.ts';

/** A limit that the operator set for an account. */
export const quotaNoun = noun({
  name: 'quota',
  tables: { quotas: quotaTable },
  onReset: 'stays',
});
