// https://cloud.tencent.com/document/api/598/36225 and models/tencent/cam.json CreateRole.
import { action } from '#apis/context.ts';
import { readTrust } from '#resources/role/trust-document.ts';
import { createRole as createRoleVerb } from '#resources/role/verbs/change-role.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import * as model from '../models/create-role.ts';
import {
  descriptionPatch,
  documentPatch,
  grammar,
  range,
  roleId,
  roleNamePatch,
} from './role-fields.ts';

/** Makes a role; its document says who may take it. */
export const createRole = action.write({
  model,
  region: 'none',
  input: {
    RoleName: roleNamePatch,
    PolicyDocument: documentPatch,
    Description: { ...descriptionPatch, default: '' },
    ConsoleLogin: { min: 0, max: 1, default: 0, reasons: range },
    SessionDuration: { min: 0, max: 43_200, default: 7_200, reasons: range },
    Tags: tagsGiven,
  },
  handle: async (context, input) => {
    const { forMachines } = readTrust(input.PolicyDocument, grammar);
    const role = await createRoleVerb(context, {
      vendor: context.vendor,
      name: input.RoleName,
      document: input.PolicyDocument,
      description: input.Description,
      forMachines,
      consoleLogin: input.ConsoleLogin === 1,
      sessionSeconds: input.SessionDuration,
      tags: checkedTags(input.Tags),
    });
    return { RoleId: roleId(role) };
  },
});
