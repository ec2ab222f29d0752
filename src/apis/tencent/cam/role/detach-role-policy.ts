// https://cloud.tencent.com/document/api/598/33561 and models/tencent/cam.json DetachRolePolicy.
import { action } from '#apis/context.ts';
import { detachPolicy } from '#resources/role/verbs/change-role.ts';
import { listPolicies } from '#resources/role/verbs/get-role.ts';
import * as model from '../models/detach-role-policy.ts';
import { policyMeant } from './policies.ts';
import { roleMeant } from './role-fields.ts';

/** Takes a policy from a role, if it has it: the page has no code for one that has not. */
export const detachRolePolicy = action.write({
  model,
  region: 'none',
  input: { PolicyName: { max: 128 } },
  handle: async (context, { DetachRoleId: id, DetachRoleName: name, ...asked }) => {
    const role = roleMeant(context.vendor, id, name);
    const policy = policyMeant(asked, await listPolicies(context, role));
    await detachPolicy(context, role, policy.name);
  },
});
