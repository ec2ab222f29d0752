// https://cloud.tencent.com/doc/api/229/修改实例属性 (seed 004 L53527)
import { action } from '#apis/context.ts';
import { changeAttributes } from '#resources/instance/verbs/change-attributes.ts';
import { id, string, structure } from '#wire/builders.ts';
import { instanceNameModifiedCharactersMax } from '../../structs/instance/names.ts';

/** Renames an instance, which is all that this generation changes. */
export const modifyInstanceAttributes = action.write({
  name: 'ModifyInstanceAttributes',
  region: 'required',
  input: structure({
    instanceId: id('instance', { required: true }),
    instanceName: string({
      required: true,
      max: instanceNameModifiedCharactersMax,
      // As the page's example has it (L53583).
      names: ['instancesName'],
    }),
  }),
  handle: async (context, { instanceId, instanceName }) => {
    const change = { name: instanceName === '' ? null : instanceName };
    await changeAttributes(context, {
      keys: [instanceId],
      region: context.region,
      operation: 'change-attributes',
      change,
    });
  },
});
