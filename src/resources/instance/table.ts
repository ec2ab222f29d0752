import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';

interface Keys {
  readonly keys: ReadonlyArray<Key<'instance'>>;
}

/** Instances by key, whoever's: for workflows, which were started with the right keys. */
export const instancesByKeys = statement<Keys>()((db, p) =>
  db.selectFrom('instances').selectAll().where('key', 'in', p.keys).orderBy('seq', 'desc'),
);

/** What of instances their machines are made of, newest first: whole rows cost three times that. */
export const machineRows = statement<Keys>()((db, p) =>
  db
    .selectFrom('instances')
    .select([
      'key',
      'generation',
      'host',
      'zone',
      'subnet',
      'image',
      'system',
      'cpu',
      'memory_mib as memoryMiB',
      'private_ip as privateAddress',
      'public_ip as publicAddress',
      'host_name as hostName',
      'password',
      'keep_image_login as keepImageLogin',
      'state',
      'charge_type as chargeType',
      'isolated_by as isolatedBy',
    ])
    .where('key', 'in', p.keys)
    .orderBy('seq', 'desc'),
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
}

/** Moves instances from one state to another; those in another state stay (D3). */
export const changeState = statement<StateChange>()((db, p) =>
  db
    .updateTable('instances')
    .set((eb) => ({ state: p.to, version: eb('version', '+', 1) }))
    .where('key', 'in', p.keys)
    .where('state', '=', p.from),
);

/** Ends a launch, which is the latest operation of its instances. */
export const finishLaunch = statement<Omit<StateChange, 'from'>>()((db, p) =>
  db
    .updateTable('instances')
    .set((eb) => ({ state: p.to, operation_state: 'success', version: eb('version', '+', 1) }))
    .where('key', 'in', p.keys)
    .where('state', 'in', ['creating', 'booting']),
);

export const deleteInstances = statement<Keys>()((db, p) =>
  db.deleteFrom('instances').where('key', 'in', p.keys),
);

/** The number of a new instance is known to its row alone, and so the row is asked for it. */
export const linkSecurityGroup = statement<{
  readonly instances: ReadonlyArray<Key<'instance'>>;
  readonly group: Key<'security-group'>;
  readonly position: number;
}>()((db, p) =>
  db
    .insertInto('instance_security_groups')
    .columns(['security_group', 'position', 'instance', 'account', 'region', 'number', 'zone'])
    .expression(
      db
        .selectFrom('instances')
        .select((eb) => [
          eb.val(p.group).as('group'),
          eb.val(p.position).as('position'),
          'key',
          'account',
          'region',
          'seq',
          'zone',
        ])
        .where('key', 'in', p.instances),
    ),
);

export const unlinkSecurityGroups = statement<{ readonly instance: Key<'instance'> }>()((db, p) =>
  db.deleteFrom('instance_security_groups').where('instance', '=', p.instance),
);

/** Which of these keys are taken: the ordinary address of an instance has its key as well. */
export const takenKeys = statement<{ readonly keys: readonly string[] }>()((db, p) =>
  db
    .selectFrom('instances')
    .select((eb) => eb.ref('key').$castTo<string>().as('key'))
    .where('key', 'in', p.keys)
    .unionAll(
      db
        .selectFrom('elastic_addresses')
        .select((eb) => eb.ref('key').$castTo<string>().as('key'))
        .where('key', 'in', p.keys),
    ),
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
