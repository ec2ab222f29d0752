// https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-updaterole
import { action } from '#apis/context.ts';
import { readTrust } from '#resources/role/trust-document.ts';
import { changeRole } from '#resources/role/verbs/change-role.ts';
import { structure } from '#wire/builders.ts';
import {
  description,
  document,
  grammar,
  roleName,
  sessionSeconds,
  shownRole,
  shownRoleShape,
} from './role-shapes.ts';

/** Changes what is given of a role; an empty description takes the one before away. */
export const updateRole = action.write({
  name: 'UpdateRole',
  region: 'none',
  input: structure({
    RoleName: roleName,
    NewAssumeRolePolicyDocument: document,
    NewDescription: { ...description, empty: 'kept' },
    NewMaxSessionDuration: sessionSeconds,
  }),
  output: structure({ Role: shownRoleShape }),
  handle: async (context, input) => {
    const { NewAssumeRolePolicyDocument: text } = input;
    const trust = text === undefined ? undefined : readTrust(text, grammar);
    const named = { vendor: context.vendor, name: input.RoleName };
    const role = await changeRole(context, named, {
      ...(text !== undefined && { document: text, ...trust }),
      ...(input.NewDescription !== undefined && { description: input.NewDescription }),
      ...(input.NewMaxSessionDuration !== undefined && {
        sessionSeconds: input.NewMaxSessionDuration,
      }),
    });
    return { Role: shownRole(role, context.account) };
  },
});
