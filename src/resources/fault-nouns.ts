import { imageFaults } from './image/faults.ts';
import { instanceFaults } from './instance/faults.ts';
import { instanceTypeFaults } from './instance-type/faults.ts';
import { requestFaults } from './request/faults.ts';
import { securityGroupFaults } from './security-group/faults.ts';
import { subnetFaults } from './subnet/faults.ts';
import { vpcFaults } from './vpc/faults.ts';

/** The faults of every noun, by its name in their reasons: what each vendor has words for. */
export const faultNouns = {
  image: imageFaults,
  instance: instanceFaults,
  'instance-type': instanceTypeFaults,
  request: requestFaults,
  'security-group': securityGroupFaults,
  subnet: subnetFaults,
  vpc: vpcFaults,
} as const;
