import type { faultNouns } from '#resources/nouns.ts';
import type { FaultWords } from '../fault-words.ts';
import { imageFaultWords } from './ecs/image/faults.ts';
import { instanceFaultWords } from './ecs/instance/faults.ts';
import { instanceTypeFaultWords } from './ecs/instance-type/faults.ts';
import { securityGroupFaultWords } from './ecs/security-group/faults.ts';
import { requestFaultWords } from './request/faults.ts';
import { vpcFaultWords } from './vpc/vpc/faults.ts';
import { subnetFaultWords } from './vpc/vswitch/faults.ts';

/** Alibaba's words for the faults of every noun; a noun that is missing does not compile (D10). */
export const aliyunVocabulary = {
  image: imageFaultWords,
  instance: instanceFaultWords,
  'instance-type': instanceTypeFaultWords,
  request: requestFaultWords,
  'security-group': securityGroupFaultWords,
  subnet: subnetFaultWords,
  vpc: vpcFaultWords,
} satisfies { readonly [Noun in keyof typeof faultNouns]: FaultWords<(typeof faultNouns)[Noun]> };
