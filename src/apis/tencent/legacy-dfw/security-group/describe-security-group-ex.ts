// https://cloud.tencent.com/doc/api/229/查询安全组列表 (seed 004 L56907)
import { action } from '#apis/context.ts';
import { listSecurityGroups } from '#resources/security-group/verbs/list-security-groups.ts';
import { referencesOf } from '#resources/security-group-rule/usage.ts';
import { id, integer, list, string, structure, time } from '#wire/builders.ts';
import { shownSecurityGroup } from '../../structs/security-group/render-security-group.ts';
import { limit } from '../../legacy/paging.ts';

const groupShape = structure({
  sgId: id('security-group'),
  sgName: string(),
  sgRemark: string(),
  createTime: time({ form: 'china' }),
  projectId: integer(),
  beAssociateCount: integer(),
  version: integer({ source: 'seed 004 L57200' }),
});

/** Security groups of the region, the oldest first. */
export const describeSecurityGroupEx = action.read({
  name: 'DescribeSecurityGroupEx',
  input: structure(
    {
      projectId: integer({ min: 0 }),
      sgId: id('security-group'),
      sgName: string({ max: 60 }),
      // Pages, where `offsetLine` counts rows (L56938-56940).
      offset: integer({ min: 0, max: 1_000_000 }),
      offsetLine: integer({ min: 0 }),
      limit,
    },
    { rules: [{ rule: 'exclusive', fields: ['offset', 'offsetLine'] }] },
  ),
  output: structure({ data: structure({ totalNum: integer(), detail: list(groupShape) }) }),
  handle: async (context, input) => {
    const { projectId, sgId, sgName, offset: pages = 0, offsetLine, limit: rows } = input;
    const { total, items } = await listSecurityGroups(context, {
      region: context.region,
      filter: {
        keys: sgId === undefined ? undefined : [sgId],
        nameContains: sgName,
        projects: projectId === undefined ? undefined : [projectId],
      },
      page: { offset: offsetLine ?? pages * rows, limit: rows },
      newestFirst: false,
    });
    const keys = items.map(({ key }) => key);
    const references = await referencesOf(context.db, keys);
    const detail = items.map((group) => {
      const { SecurityGroupName, SecurityGroupDesc } = shownSecurityGroup(group);
      return {
        sgId: group.key,
        sgName: SecurityGroupName,
        sgRemark: SecurityGroupDesc,
        createTime: group.createdAt,
        projectId: group.details.project,
        beAssociateCount: references.get(group.key)?.length ?? 0,
        version: group.version,
      };
    });
    return { data: { totalNum: total, detail } };
  },
});
