// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-releaseeipaddress
// ECS had it before VPC was a service of its own, and clients such as Packer still send it.
import { releaseEipAddress as ofVpc } from '../../vpc/elastic-address/release-eip-address.ts';
import * as model from '../models/release-eip-address.ts';
import { asEcsHas } from './as-ecs-has.ts';

export const releaseEipAddress = asEcsHas(ofVpc, model);
