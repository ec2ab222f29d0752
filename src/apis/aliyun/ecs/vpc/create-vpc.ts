// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createvpc
// ECS had it before VPC was a service of its own, and clients such as Packer still send it.
import { createVpc as ofVpc } from '../../vpc/vpc/create-vpc.ts';
import * as model from '../models/create-vpc.ts';
import { asEcsHas } from './as-ecs-has.ts';

export const createVpc = asEcsHas(ofVpc, model);
