import type { faultNouns } from '#resources/nouns.ts';
import type { FaultWords } from '../../fault-words.ts';
import { legacyInstanceFaultWords } from '../legacy-cvm/instance/faults.ts';
import { legacyInstanceTypeFaultWords } from '../legacy-cvm/instance-type/faults.ts';
import { legacySecurityGroupFaultWords } from '../legacy-dfw/security-group/faults.ts';
import { legacyImageFaultWords } from '../legacy-image/image/faults.ts';
import { legacySubnetFaultWords } from '../legacy-vpc/subnet/faults.ts';
import { legacyVpcFaultWords } from '../legacy-vpc/vpc/faults.ts';
import { legacyRequestFaultWords } from './request-faults.ts';

/** The legacy words for the faults of every noun; a noun that is missing does not compile (D10). */
export const legacyVocabulary = {
  image: legacyImageFaultWords,
  instance: legacyInstanceFaultWords,
  'instance-type': legacyInstanceTypeFaultWords,
  request: legacyRequestFaultWords,
  'security-group': legacySecurityGroupFaultWords,
  subnet: legacySubnetFaultWords,
  vpc: legacyVpcFaultWords,
} satisfies { readonly [Noun in keyof typeof faultNouns]: FaultWords<(typeof faultNouns)[Noun]> };
