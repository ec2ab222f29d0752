// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyeipaddressattribute
// ECS had it before VPC was a service of its own, and clients such as Packer still send it.
import { modifyEipAddressAttribute as ofVpc } from '../../vpc/elastic-address/modify-eip-address-attribute.ts';
import * as model from '../models/modify-eip-address-attribute.ts';
import { asEcsHas } from './as-ecs-has.ts';

export const modifyEipAddressAttribute = asEcsHas(ofVpc, model);
