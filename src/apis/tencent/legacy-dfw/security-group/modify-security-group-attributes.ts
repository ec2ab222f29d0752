// https://cloud.tencent.com/doc/api/229/修改安全组名称 (seed 004 L55952)
import { action } from '#apis/context.ts';
import { modifyGroup } from '#resources/security-group/verbs/modify-group.ts';
import { structure } from '#wire/builders.ts';
import { groupName, groupRemark, requireFreeName } from './group-name.ts';
import { changeableGroup, groupMeant } from './legacy-rules.ts';

/** Names or describes a group anew; the default one keeps its name (L56007). */
export const modifySecurityGroupAttributes = action.write({
  name: 'ModifySecurityGroupAttributes',
  input: structure({ sgId: groupMeant, sgName: groupName, sgRemark: groupRemark }),
  output: structure({}),
  handle: async (context, { sgId: group, sgName: name, sgRemark: description }) => {
    const { details } = await changeableGroup(context, group);
    if (name !== undefined) {
      await requireFreeName(context, name, { project: details.project, but: group });
    }
    await modifyGroup(context, { region: context.region, group, name, description });
  },
});
