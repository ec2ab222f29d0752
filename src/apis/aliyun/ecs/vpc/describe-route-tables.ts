// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeroutetables
// ECS had it before VPC was a service of its own, and clients such as Packer still send it.
import { describeRouteTables as ofVpc } from '../../vpc/route-table/describe-route-tables.ts';
import * as model from '../models/describe-route-tables.ts';
import { asEcsHas } from './as-ecs-has.ts';

export const describeRouteTables = asEcsHas(ofVpc, model);
