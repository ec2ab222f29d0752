// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstanceattribute
import { action } from '#apis/context.ts';
import { hostsNamed } from '#resources/dedicated-host/usage.ts';
import { elasticAddressesOf } from '#resources/elastic-address/require.ts';
import { linksOf } from '#resources/instance/links.ts';
import * as model from '../models/describe-instance-attribute.ts';
import { namedInstance } from './named-instance.ts';
import { renderInstance } from './render-instance.ts';

/** What DescribeInstances shows of one, in the fields of an older page. */
export const describeInstanceAttribute = action.read({
  model,
  region: 'none',
  output: { CreationTime: { form: 'minutes' } },
  handle: async (context, { InstanceId }) => {
    const instance = await namedInstance(context, InstanceId);
    const { catalogue } = context.cloud;
    const links = await linksOf(context.db, [instance.key]);
    const elastic = await elasticAddressesOf(context.db, [instance]);
    const hosts = await hostsNamed(context.db, [instance.dedicatedHost]);
    const shown = renderInstance(instance, {
      catalogue,
      ...links(instance.key),
      // The page has no interfaces.
      interfaces: [],
      elasticAddress: elastic.get(instance.key),
      dedicatedHost: hosts.get(instance.dedicatedHost ?? ''),
    });
    return {
      ...shown,
      IoOptimized: shown.IoOptimized ? 'optimized' : 'none',
      OperationLocks: shown.OperationLocks.map(({ LockReason }) => ({ LockReason })),
      EnableJumboFrame: false,
      EnableNetworkEncryption: false,
      NetworkOptions: {
        BandwidthWeighting: '',
        EnableJumboFrame: false,
        EnableNetworkEncryption: false,
      },
    };
  },
});
