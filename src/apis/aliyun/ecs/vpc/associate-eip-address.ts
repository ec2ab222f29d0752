// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-associateeipaddress
// ECS had it before VPC was a service of its own, and clients such as Packer still send it.
import { associateEipAddress as ofVpc } from '../../vpc/elastic-address/associate-eip-address.ts';
import * as model from '../models/associate-eip-address.ts';
import { asEcsHas } from './as-ecs-has.ts';

export const associateEipAddress = asEcsHas(ofVpc, model);
