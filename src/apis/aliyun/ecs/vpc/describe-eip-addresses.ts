// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeeipaddresses
// ECS had it before VPC was a service of its own, and clients such as Packer still send it.
import { describeEipAddresses as ofVpc } from '../../vpc/elastic-address/describe-eip-addresses.ts';
import * as model from '../models/describe-eip-addresses.ts';
import { asEcsHas } from './as-ecs-has.ts';

export const describeEipAddresses = asEcsHas(ofVpc, model);
