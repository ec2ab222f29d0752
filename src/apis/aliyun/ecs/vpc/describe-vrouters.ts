// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describevrouters
// ECS had it before VPC was a service of its own, and clients such as Packer still send it.
import { describeVRouters as ofVpc } from '../../vpc/route-table/describe-vrouters.ts';
import * as model from '../models/describe-v-routers.ts';
import { asEcsHas } from './as-ecs-has.ts';

export const describeVRouters = asEcsHas(ofVpc, model);
