import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { SecurityGroupDetails } from '../security-group.ts';
import { changeSecurityGroupRow } from '../table.ts';
import { getSecurityGroup, type SecurityGroupRequest } from './get-security-group.ts';

export interface GroupChange extends SecurityGroupRequest {
  /** What is not given stays. */
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly innerAccess?: SecurityGroupDetails['innerAccess'] | undefined;
}

/** Names a security group anew, describes it, or opens or closes it between its members. */
export const modifyGroup = verb(
  [getSecurityGroup],
  async (scope: Scope, change: GroupChange): Promise<void> => {
    const { db, account, now } = scope;
    const { key, name, details } = await getSecurityGroup(scope, change);
    const { description = details.description, innerAccess = details.innerAccess } = change;
    await db.run(changeSecurityGroupRow, {
      key,
      account,
      name: change.name ?? name,
      doc: JSON.stringify({ description }),
      innerAccess,
      now,
    });
  },
);
