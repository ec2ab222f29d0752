// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describevpcs
// ECS had it before VPC was a service of its own, and clients such as Packer still send it.
import { describeVpcs as ofVpc } from '../../vpc/vpc/describe-vpcs.ts';
import * as model from '../models/describe-vpcs.ts';
import { asEcsHas } from './as-ecs-has.ts';

export const describeVpcs = asEcsHas(ofVpc, model);
