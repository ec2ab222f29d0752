// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstances
// Seed 001 L19 sends its readers here to watch a launch.
import { action } from '#apis/context.ts';
import { tokenAfter } from '#apis/page-token.ts';
import { hostsNamed } from '#resources/dedicated-host/usage.ts';
import { elasticAddressesOf } from '#resources/elastic-address/require.ts';
import { getHpcCluster } from '#resources/hpc-cluster/verbs/clusters.ts';
import { linksOf } from '#resources/instance/links.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import { interfacesListed } from '#resources/network-interface/verbs/list-interfaces.ts';
import { list, string } from '#wire/builders.ts';
import { pageOf } from '../../paging.ts';
import { instanceFilters } from './instance-filters.ts';
import { instanceQueryOf } from './instance-query.ts';
import { renderInstance } from './render-instance.ts';
import { silent } from '../../parameters.ts';
import * as model from '../models/describe-instances.ts';

const PAGE_MAX = 100;
const RESULTS_MIN = 10;

export const describeInstances = action.read({
  model,
  input: {
    ...instanceFilters,
    // All that they could add is answered anyway.
    AdditionalAttributes: list(string(), silent),
    HttpPutResponseHopLimit: silent,
    NeedSaleCycle: silent,
    PageNumber: { default: 1, min: 1 },
    PageSize: { default: 10, min: 1, max: PAGE_MAX },
  },
  output: {
    Instances: { item: { fields: { CreationTime: { form: 'minutes' } } } },
  },
  handle: async (context, input) => {
    const { db, cloud, region } = context;
    const { HpcClusterId: cluster } = input;
    if (cluster !== undefined) await getHpcCluster(context, { cluster, region });
    const query = instanceQueryOf(context, input);
    const { page, number } = pageOf(input, { min: RESULTS_MIN, max: PAGE_MAX });
    const { limit } = page;
    const part = 'offset' in page ? { offset: page.offset } : { offset: 0, before: page.after };
    const asked = { ...query, ...part, limit };
    const { total, instances, next } = await listInstances(context, asked);
    const keys = instances.map(({ key }) => key);
    const links = await linksOf(db, keys);
    const interfaces = await interfacesListed(
      context,
      keys.flatMap((key) => links(key).otherInterfaces),
    );
    const elastic = await elasticAddressesOf(db, instances);
    const hosts = await hostsNamed(
      db,
      instances.map(({ dedicatedHost }) => dedicatedHost),
    );
    return {
      TotalCount: total,
      PageNumber: number,
      PageSize: limit,
      NextToken: tokenAfter(next),
      Instances: instances.map((instance) =>
        renderInstance(instance, {
          catalogue: cloud.catalogue,
          ...links(instance.key),
          interfaces: interfaces.get(instance.key) ?? [],
          elasticAddress: elastic.get(instance.key),
          dedicatedHost: hosts.get(instance.dedicatedHost ?? ''),
        }),
      ),
    };
  },
});
