// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-allocateeipaddress
// ECS had it before VPC was a service of its own, and clients such as Packer still send it.
import { allocateEipAddress as ofVpc } from '../../vpc/elastic-address/allocate-eip-address.ts';
import * as model from '../models/allocate-eip-address.ts';
import { asEcsHas } from './as-ecs-has.ts';

export const allocateEipAddress = asEcsHas(ofVpc, model);
