import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';

type Group = Key<'security-group'>;

/** The rules of groups, in the order in which those of one group and direction decide. */
export const rulesOfGroups = statement<{ readonly groups: readonly Group[] }>()((db, p) =>
  db
    .selectFrom('security_group_rules')
    .selectAll()
    .where('security_group', 'in', p.groups)
    .orderBy('security_group')
    .orderBy('direction')
    .orderBy('position'),
);

export const deleteRulesOfGroup = statement<{ readonly group: Group }>()((db, p) =>
  db.deleteFrom('security_group_rules').where('security_group', '=', p.group),
);

export const deleteRulesOfDirection = statement<{
  readonly group: Group;
  readonly direction: 'ingress' | 'egress';
}>()((db, p) =>
  db
    .deleteFrom('security_group_rules')
    .where('security_group', '=', p.group)
    .where('direction', '=', p.direction),
);

/** Which groups' rules name these groups; one that names itself is not among them. */
export const referencesTo = statement<{ readonly groups: readonly Group[] }>()((db, p) =>
  db
    .selectFrom('security_group_rules')
    .select(['peer_group as named', 'security_group as by'])
    .distinct()
    .where('peer_group', 'in', p.groups)
    .whereRef('peer_group', '<>', 'security_group')
    .orderBy('peer_group')
    .orderBy('security_group'),
);

export const ruleCounts = statement<{ readonly groups: readonly Group[] }>()((db, p) =>
  db
    .selectFrom('security_group_rules')
    .select((eb) => [
      'security_group as group',
      eb.fn.countAll<number>().as('rules'),
      eb.fn.count<number>('peer_group').as('toGroups'),
    ])
    .where('security_group', 'in', p.groups)
    .groupBy('security_group'),
);

/** A rule that names the template. */
export const templatesNamedByRules = statement<{ readonly template: string }>()((db, p) =>
  db
    .selectFrom('security_group_rules')
    .select('key')
    .where((eb) =>
      eb.or([eb('peer_template', '=', p.template), eb('service_template', '=', p.template)]),
    )
    .limit(1),
);

/** The groups whose rules name up to 1,024 prefix lists, each once for a list. */
export const groupsNamingLists = statement<{ readonly lists: readonly string[] }>()((db, p) =>
  db
    .selectFrom('security_group_rules')
    .select(['peer_template as list', 'security_group as group'])
    .distinct()
    .where('peer_template', 'in', p.lists)
    .orderBy('security_group'),
);
