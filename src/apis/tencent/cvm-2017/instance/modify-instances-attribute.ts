// https://cloud.tencent.com/document/api/213/11650 (seed 004 L46225)
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { changeAttributes } from '#resources/instance/verbs/change-attributes.ts';
import { string } from '#wire/builders.ts';
import { instanceNameModifiedCharactersMax } from '../../structs/instance/names.ts';
import { instancesMeant } from './instance-ids.ts';

/** Renames instances, which is all that this generation changes: all of them, or none. */
export const modifyInstancesAttribute = action.write({
  name: 'ModifyInstancesAttribute',
  region: 'required',
  input: {
    ...instancesMeant,
    fields: {
      ...instancesMeant.fields,
      InstanceName: string({
        required: true,
        max: instanceNameModifiedCharactersMax,
        reasons: { length: launchFaults.nameTooLong },
      }),
    },
  },
  handle: async (context, { InstanceIds: keys, InstanceName }) => {
    const change = { name: InstanceName === '' ? null : InstanceName };
    const { region } = context;
    await changeAttributes(context, { keys, region, operation: 'change-attributes', change });
  },
});
