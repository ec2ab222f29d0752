import type { faultNouns } from '#resources/nouns.ts';
import type { FaultWords } from '../fault-words.ts';
import { imageFaultWords } from './cvm/image/faults.ts';
import { instanceFaultWords } from './cvm/instance/faults.ts';
import { instanceTypeFaultWords } from './cvm/instance-type/faults.ts';
import { requestFaultWords } from './request/faults.ts';
import { securityGroupFaultWords } from './vpc/security-group/faults.ts';
import { subnetFaultWords } from './vpc/subnet/faults.ts';
import { vpcFaultWords } from './vpc/vpc/faults.ts';

/** Tencent's words for the faults of every noun; a noun that is missing does not compile (D10). */
export const tencentVocabulary = {
  image: imageFaultWords,
  instance: instanceFaultWords,
  'instance-type': instanceTypeFaultWords,
  request: requestFaultWords,
  'security-group': securityGroupFaultWords,
  subnet: subnetFaultWords,
  vpc: vpcFaultWords,
} satisfies { readonly [Noun in keyof typeof faultNouns]: FaultWords<(typeof faultNouns)[Noun]> };
