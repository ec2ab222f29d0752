// https://cloud.tencent.com/doc/api/229/创建安全组 (seed 004 L57275)
import { action } from '#apis/context.ts';
import { createGroup } from '#resources/security-group/verbs/create-group.ts';
import { id, integer, string, structure } from '#wire/builders.ts';
import { groupName, groupRemark, requireFreeName } from './group-name.ts';

/** A group without rules; its name is the only one of its kind in a project (L57306). */
export const createSecurityGroup = action.write({
  name: 'CreateSecurityGroup',
  input: structure({
    sgName: groupName,
    sgRemark: { ...groupRemark, default: '' },
    projectId: integer({ default: 0, min: 0 }),
  }),
  output: structure({
    data: structure({ sgId: id('security-group'), sgName: string(), sgRemark: string() }),
  }),
  handle: async (context, { sgName, sgRemark, projectId: project }) => {
    const { region } = context;
    if (sgName !== undefined) await requireFreeName(context, sgName, { project });
    const { key } = await createGroup(context, {
      region,
      vpc: null,
      name: sgName ?? null,
      details: { description: sgRemark, project },
      tags: [],
    });
    return { data: { sgId: key, sgName: sgName ?? '', sgRemark } };
  },
});
