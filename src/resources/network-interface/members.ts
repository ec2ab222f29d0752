import type { Key } from '#kernel/key.ts';
import type { Scope } from '../scope.ts';
import { requireRoom } from '../security-group/verbs/require-room.ts';
import { requireSecurityGroups } from '../security-group/verbs/require-security-groups.ts';
import { verb } from '../verb.ts';
import type { NetworkInterface } from './network-interface.ts';

/** The security groups that an interface is to be in have to be there, and have room for it. */
export const requireGroupsFor = verb(
  [requireSecurityGroups, requireRoom],
  async (
    scope: Scope,
    { region, vpc }: Pick<NetworkInterface, 'region' | 'vpc'>,
    joined: {
      readonly groups: ReadonlyArray<Key<'security-group'>>;
      /** Those that it is in already. */
      readonly known?: ReadonlyArray<Key<'security-group'>>;
    },
  ): Promise<void> => {
    const { groups, known = [] } = joined;
    const found = await requireSecurityGroups(scope, groups, { region, vpc });
    await requireRoom(scope, found, (group) => (known.includes(group) ? 0 : 1));
  },
);
