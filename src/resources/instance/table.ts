import { statement } from '#store/statement.ts';

interface Keys {
  readonly keys: readonly string[];
}

/** Instances by key, whoever's: for workflows, which were started with the right keys. */
export const instancesByKeys = statement<Keys>()((db, p) =>
  db.selectFrom('instances').selectAll().where('key', 'in', p.keys).orderBy('seq', 'desc'),
);

/** Instances of an account by key, newest first. */
export const ownInstancesByKeys = statement<Keys & { readonly account: string }>()((db, p) =>
  db
    .selectFrom('instances')
    .selectAll()
    .where('key', 'in', p.keys)
    .where('account', '=', p.account)
    .orderBy('seq', 'desc'),
);

export interface StateChange extends Keys {
  readonly from: string;
  readonly to: string;
  readonly operationState: string;
}

/** Moves instances from one state to another; those in another state stay (D3). */
export const changeState = statement<StateChange>()((db, p) =>
  db
    .updateTable('instances')
    .set((eb) => ({
      state: p.to,
      operation_state: p.operationState,
      version: eb('version', '+', 1),
    }))
    .where('key', 'in', p.keys)
    .where('state', '=', p.from),
);

export const deleteInstances = statement<Keys>()((db, p) =>
  db.deleteFrom('instances').where('key', 'in', p.keys),
);

export const unlinkSecurityGroups = statement<{ readonly instance: string }>()((db, p) =>
  db.deleteFrom('instance_security_groups').where('instance', '=', p.instance),
);

/** Which of these keys are taken. */
export const takenKeys = statement<Keys>()((db, p) =>
  db.selectFrom('instances').select('key').where('key', 'in', p.keys),
);

/** One page of a region without any filter. */
export const instancePage = statement<{
  readonly account: string;
  readonly region: string;
  readonly offset: number;
  readonly limit: number;
}>()((db, p) =>
  db
    .selectFrom('instances')
    .selectAll()
    .where('account', '=', p.account)
    .where('region', '=', p.region)
    .orderBy('seq', 'desc')
    .limit(p.limit)
    .offset(p.offset),
);

interface Pair {
  readonly account: string;
  readonly zone: string;
  readonly state: string;
}

/** Whether an account has instances in a zone in a state: one step in the index of the three. */
export const anyInPair = statement<Pair>()((db, p) =>
  db
    .selectFrom('instances')
    .select('seq')
    .where('account', '=', p.account)
    .where('zone', '=', p.zone)
    .where('state', '=', p.state)
    .limit(1),
);

/**
 * A page of the instances in pairs of zone and state, newest first, merged from the index of both.
 * The lists are of one length, a power of two, so that none of their items is repeated.
 */
export const pageOfPairs = statement<{
  readonly account: string;
  readonly zones: readonly string[];
  readonly states: readonly string[];
  readonly before: number;
  readonly limit: number;
  readonly offset: number;
}>()((db, p) => {
  const pairs = p.zones.map((zone, at) =>
    db
      .selectFrom('instances')
      .select('seq')
      .where('account', '=', p.account)
      .where('zone', '=', zone)
      .where('state', '=', p.states[at] ?? '')
      .where('seq', '<', p.before),
  );
  const page = pairs
    .reduce((all, pair) => all.unionAll(pair))
    .orderBy('seq', 'desc')
    .limit(p.limit)
    .offset(p.offset);
  return db.selectFrom('instances').selectAll().where('seq', 'in', page).orderBy('seq', 'desc');
});
