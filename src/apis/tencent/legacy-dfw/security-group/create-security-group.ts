// https://cloud.tencent.com/doc/api/229/创建安全组 (seed 004 L57275)
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { action } from '#apis/context.ts';
import { createGroup } from '#resources/security-group/verbs/create-group.ts';
import { listSecurityGroups } from '#resources/security-group/verbs/list-security-groups.ts';
import { id, integer, string, structure } from '#wire/builders.ts';

const reasons = {
  length: securityGroupFaults.nameTooLong,
  pattern: securityGroupFaults.nameMalformed,
} as const;

/** A group without rules; its name is the only one of its kind in a project (L57306). */
export const createSecurityGroup = action.write({
  name: 'CreateSecurityGroup',
  input: structure({
    sgName: string({ max: 60, reasons }),
    sgRemark: string({ default: '', max: 100, reasons }),
    projectId: integer({ default: 0, min: 0 }),
  }),
  output: structure({
    data: structure({ sgId: id('security-group'), sgName: string(), sgRemark: string() }),
  }),
  handle: async (context, { sgName, sgRemark, projectId: project }) => {
    const { region } = context;
    if (sgName !== undefined) {
      const named = await listSecurityGroups(context, {
        region,
        filter: { names: [sgName], projects: [project] },
        page: { offset: 0, limit: 1 },
        newestFirst: false,
      });
      if (named.total > 0) {
        throw securityGroupFaults.nameTaken();
      }
    }
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
