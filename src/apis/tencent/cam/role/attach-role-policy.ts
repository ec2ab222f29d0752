// https://cloud.tencent.com/document/api/598/33562 and models/tencent/cam.json AttachRolePolicy.
import { action } from '#apis/context.ts';
import { attachPolicy } from '#resources/role/verbs/change-role.ts';
import * as model from '../models/attach-role-policy.ts';
import { policyMeant } from './policies.ts';
import { roleMeant } from './role-fields.ts';

/** Gives a role a preset policy; one that it has it keeps, since the page has no code for that. */
export const attachRolePolicy = action.write({
  model,
  region: 'none',
  input: { PolicyName: { max: 128 } },
  handle: async (context, { AttachRoleId: id, AttachRoleName: name, ...policy }) => {
    await attachPolicy(context, roleMeant(context.vendor, id, name), policyMeant(policy));
  },
});
