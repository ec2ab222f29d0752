import { structure } from '#wire/builders.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';

/** The input of an operation on instances that has no parameters besides. */
export const instancesMeant = structure(
  { InstanceIds: instanceIdsMeant },
  { rules: [someInstanceIds] },
);
