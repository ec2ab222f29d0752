// https://cloud.tencent.com/document/api/598/36223 and models/tencent/cam.json DescribeRoleList.
import { action } from '#apis/context.ts';
import { listRoles } from '#resources/role/verbs/get-role.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import * as model from '../models/describe-role-list.ts';
import { pagePatches, shownRole, shownRolePatch } from './role-fields.ts';

/** Roles of the account, newest first, that have all the tags asked for. */
export const describeRoleList = action.read({
  model,
  region: 'none',
  input: { ...pagePatches, Tags: { max: 10 } },
  output: { List: { item: { fields: shownRolePatch } } },
  handle: async (context, { Page, Rp, Tags = [] }) => {
    const all = await listRoles(context, context.vendor);
    const tags = await tagsOf(
      context.db,
      'role',
      all.map(({ key }) => key),
    );
    const found = all
      .filter(({ key }) =>
        Tags.every(({ Key, Value }) =>
          (tags.get(key) ?? []).some(({ name, value }) => name === Key && value === Value),
        ),
      )
      .toReversed();
    const page = found.slice((Page - 1) * Rp, Page * Rp);
    return {
      List: page.map((role) => shownRole(role, context.account, tags.get(role.key))),
      TotalNum: found.length,
    };
  },
});
