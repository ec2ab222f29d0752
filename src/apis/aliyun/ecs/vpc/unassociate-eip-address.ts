// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-unassociateeipaddress
// ECS had it before VPC was a service of its own, and clients such as Packer still send it.
import { unassociateEipAddress as vpc } from '../../vpc/elastic-address/unassociate-eip-address.ts';
import * as model from '../models/unassociate-eip-address.ts';
import { asEcsHas } from './as-ecs-has.ts';

export const unassociateEipAddress = asEcsHas(vpc, model);
