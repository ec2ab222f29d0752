// https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-createrole
import { action } from '#apis/context.ts';
import { readTrust } from '#resources/role/trust-document.ts';
import { createRole as createRoleVerb } from '#resources/role/verbs/change-role.ts';
import { structure } from '#wire/builders.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import {
  description,
  document,
  grammar,
  roleName,
  sessionSeconds,
  shownRole,
  shownRoleShape,
} from './role-shapes.ts';

/** Makes a role; its document says who may take it. */
export const createRole = action.write({
  name: 'CreateRole',
  region: 'none',
  input: structure({
    RoleName: roleName,
    AssumeRolePolicyDocument: { ...document, required: true },
    Description: { ...description, default: '' },
    MaxSessionDuration: { ...sessionSeconds, default: 3_600 },
    Tag: givenTags,
  }),
  output: structure({ Role: shownRoleShape }),
  handle: async (context, input) => {
    const { forMachines } = readTrust(input.AssumeRolePolicyDocument, grammar);
    const role = await createRoleVerb(context, {
      vendor: context.vendor,
      name: input.RoleName,
      document: input.AssumeRolePolicyDocument,
      description: input.Description,
      forMachines,
      consoleLogin: false,
      sessionSeconds: input.MaxSessionDuration,
      tags: checkedTags(input.Tag),
    });
    return { Role: shownRole(role, context.account) };
  },
});
