// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletevpc
// ECS had it before VPC was a service of its own, and clients such as Packer still send it.
import { deleteVpc as ofVpc } from '../../vpc/vpc/delete-vpc.ts';
import * as model from '../models/delete-vpc.ts';
import { asEcsHas } from './as-ecs-has.ts';

export const deleteVpc = asEcsHas(ofVpc, model);
