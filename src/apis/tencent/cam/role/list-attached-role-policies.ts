// https://cloud.tencent.com/document/api/598/36222 and
// models/tencent/cam.json ListAttachedRolePolicies.
import { action } from '#apis/context.ts';
import { listPolicies } from '#resources/role/verbs/get-role.ts';
import { time } from '#wire/builders.ts';
import * as model from '../models/list-attached-role-policies.ts';
import { policyId } from './policies.ts';
import { pagePatches, roleMeant } from './role-fields.ts';

/** The policies of a role; all of them are preset. */
export const listAttachedRolePolicies = action.read({
  model,
  region: 'none',
  input: {
    ...pagePatches,
    PolicyType: { values: ['User', 'QCS'] },
    Keyword: { max: 128 },
  },
  output: { List: { item: { fields: { AddTime: time({ form: 'china' }) } } } },
  handle: async (context, { RoleId: id, RoleName: role, ...asked }) => {
    const { Page, Rp, PolicyType = 'QCS', Keyword = '' } = asked;
    const all = await listPolicies(context, roleMeant(context.vendor, id, role));
    const found = PolicyType === 'QCS' ? all.filter(({ name }) => name.includes(Keyword)) : [];
    return {
      TotalNum: found.length,
      List: found.slice((Page - 1) * Rp, Page * Rp).map(({ name, attachedAt }) => ({
        PolicyId: policyId(name),
        PolicyName: name,
        AddTime: attachedAt,
        PolicyType: 'QCS',
        CreateMode: 2,
        Deactived: 0,
        DeactivedDetail: [],
        Description: '',
      })),
    };
  },
});
