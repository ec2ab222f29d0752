// https://cloud.tencent.com/doc/api/229/删除安全组 (seed 004 L55873)
import { action } from '#apis/context.ts';
import { deleteGroup } from '#resources/security-group/verbs/delete-group.ts';
import { id, structure } from '#wire/builders.ts';

export const deleteSecurityGroup = action.write({
  name: 'DeleteSecurityGroup',
  region: 'required',
  input: structure({ sgId: id('security-group', { required: true }) }),
  handle: (context, { sgId: group }) => deleteGroup(context, { group, region: context.region }),
});
