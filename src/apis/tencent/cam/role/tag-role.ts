// https://cloud.tencent.com/document/api/598/50627 and models/tencent/cam.json TagRole.
import { action } from '#apis/context.ts';
import { getRole } from '#resources/role/verbs/get-role.ts';
import { changeTags } from '#resources/tag/verbs/change-tags.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import * as model from '../models/tag-role.ts';
import { roleMeant } from './role-fields.ts';

/** Sets tags on a role. */
export const tagRole = action.write({
  model,
  region: 'none',
  input: { Tags: { ...tagsGiven, required: true } },
  handle: async (context, { Tags, RoleId: id, RoleName: name }) => {
    const set = checkedTags(Tags);
    const { key } = await getRole(context, roleMeant(context.vendor, id, name));
    const resources = [{ kind: 'role', key }] as const;
    const [refused] = await changeTags(context, { resources, region: null, set });
    if (refused !== undefined) throw refused.fault;
  },
});
