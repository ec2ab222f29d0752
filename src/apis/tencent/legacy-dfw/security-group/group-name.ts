import type { WriteContext } from '#apis/context.ts';
import { securityGroupFaults } from '#resources/security-group/faults.ts';
import { listSecurityGroups } from '#resources/security-group/verbs/list-security-groups.ts';
import { string } from '#wire/builders.ts';

const reasons = {
  length: securityGroupFaults.nameTooLong,
  pattern: securityGroupFaults.nameMalformed,
} as const;

/** sgName (seed 004 L57306) and sgRemark (L57308). */
export const groupName = string({ max: 60, reasons });
export const groupRemark = string({ max: 100, reasons });

/** Refuses the name of another group of the project. @throws security-group.nameTaken */
export async function requireFreeName(
  context: WriteContext,
  name: string,
  { project, but }: { readonly project: number; readonly but?: string },
): Promise<void> {
  const { items } = await listSecurityGroups(context, {
    region: context.region,
    filter: { names: [name], projects: [project] },
    page: { offset: 0, limit: 2 },
    newestFirst: false,
  });
  if (items.some(({ key }) => key !== but)) throw securityGroupFaults.nameTaken();
}
