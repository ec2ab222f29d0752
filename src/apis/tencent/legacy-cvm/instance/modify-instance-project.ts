// https://intl.cloud.tencent.com/document/api/213/1335 (seed 004 L54450)
import { action } from '#apis/context.ts';
import { changeAttributes } from '#resources/instance/verbs/change-attributes.ts';
import { projectFaults } from '#resources/project/faults.ts';
import { id, integer, structure } from '#wire/builders.ts';

/** Moves an instance to another project. */
export const modifyInstanceProject = action.write({
  name: 'ModifyInstanceProject',
  region: 'required',
  input: structure({
    instanceId: id('instance', { required: true }),
    projectId: integer({ required: true, min: 0, reasons: { range: projectFaults.notFound } }),
  }),
  handle: (context, { instanceId, projectId: project }) =>
    changeAttributes(context, {
      keys: [instanceId],
      region: context.region,
      operation: 'change-project',
      change: { project },
    }),
});
