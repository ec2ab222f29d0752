// https://cloud.tencent.com/document/api/598/50626 and models/tencent/cam.json UntagRole.
import { action } from '#apis/context.ts';
import { getRole } from '#resources/role/verbs/get-role.ts';
import { tagFaults } from '#resources/tag/faults.ts';
import { changeTags } from '#resources/tag/verbs/change-tags.ts';
import * as model from '../models/untag-role.ts';
import { roleMeant } from './role-fields.ts';

/** Takes tags off a role. */
export const untagRole = action.write({
  model,
  region: 'none',
  input: { TagKeys: { max: 50, item: { max: 127 }, reasons: { count: tagFaults.tooManyAtOnce } } },
  handle: async (context, { TagKeys: remove, RoleId: id, RoleName: name }) => {
    const { key } = await getRole(context, roleMeant(context.vendor, id, name));
    const resources = [{ kind: 'role', key }] as const;
    const [refused] = await changeTags(context, { resources, region: null, remove });
    if (refused !== undefined) throw refused.fault;
  },
});
