import type { QuotaRow } from '#store/schema/quota.ts';
import { statement } from '#store/statement.ts';

type QuotaKey = Omit<QuotaRow, 'value'>;

/** What an account has of its own of one limit. */
export const quotasNamed = statement<{ readonly account: string; readonly name: string }>()(
  (db, p) =>
    db
      .selectFrom('quotas')
      .select(['place', 'charge_type', 'value'])
      .where('account', '=', p.account)
      .where('name', '=', p.name),
);

export const allQuotas = statement<Record<never, never>>()((db) =>
  db
    .selectFrom('quotas')
    .selectAll()
    .orderBy('account')
    .orderBy('name')
    .orderBy('place')
    .orderBy('charge_type'),
);

export const upsertQuota = statement<QuotaRow>()((db, p) =>
  db
    .insertInto('quotas')
    .values({
      account: p.account,
      name: p.name,
      place: p.place,
      charge_type: p.charge_type,
      value: p.value,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['account', 'name', 'place', 'charge_type'])
        .doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
    ),
);

export const deleteQuota = statement<QuotaKey>()((db, p) =>
  db
    .deleteFrom('quotas')
    .where('account', '=', p.account)
    .where('name', '=', p.name)
    .where('place', '=', p.place)
    .where('charge_type', '=', p.charge_type),
);
