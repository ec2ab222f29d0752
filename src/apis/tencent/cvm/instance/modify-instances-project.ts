// https://www.tencentcloud.com/document/product/213/33245 (seed 004 L19575)
import { action } from '#apis/context.ts';
import { changeAttributes } from '#resources/instance/verbs/change-attributes.ts';
import { projectFaults } from '#resources/project/faults.ts';
import * as model from '../models/modify-instances-project.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';

/** Moves instances to another project: all of them, or none. */
export const modifyInstancesProject = action.write({
  model,
  input: {
    InstanceIds: instanceIdsMeant,
    ProjectId: { min: 0, reasons: { range: projectFaults.notFound } },
  },
  rules: [someInstanceIds],
  handle: (context, { InstanceIds: keys, ProjectId: project }) =>
    changeAttributes(context, {
      keys,
      region: context.region,
      operation: 'change-project',
      change: { project },
    }),
});
