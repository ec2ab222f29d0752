// https://cloud.tencent.com/document/api/213/11650 (seed 004 L46225)
import { action } from '#apis/context.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { changeAttributes } from '#resources/instance/verbs/change-attributes.ts';
import { string, structure } from '#wire/builders.ts';
import { instanceNameModifiedCharactersMax } from '../../structs/instance/names.ts';
import { olderRatePerSecond } from '../../older-actions.ts';
import { instancesMeant } from './instance-ids.ts';

/** Renames instances, which is all that this generation changes: all of them, or none. */
export const modifyInstancesAttribute = action.write({
  name: 'ModifyInstancesAttribute',
  region: 'required',
  ratePerSecond: olderRatePerSecond,
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
  output: structure({}),
  uses: [changeAttributes],
  handle: async (context, { InstanceIds: keys, InstanceName }) => {
    const change = { name: InstanceName === '' ? null : InstanceName };
    const { region } = context;
    await changeAttributes(context, { keys, region, operation: 'change-attributes', change });
    return {};
  },
});
