import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { id, integer, list, structure } from '#wire/builders.ts';
import { serviceOf } from '#apis/service-of.ts';
import { sameAs } from '../older-actions.ts';
import { addressIdMeant, addressIdsMeant } from '../structs/elastic-address/address-inputs.ts';
import { actions as vpc } from '../vpc/actions.ts';
import { actions } from './actions.ts';
import pages from './pages.json' with { type: 'json' };
import { published } from './published.ts';

const none = structure({});

/** Elastic addresses of Tencent's legacy generation. */
export const legacyEip = serviceOf('tencent', {
  published,
  pages,
  actions: [
    ...Object.values(actions),
    // Seed 004 L57734: five at most.
    sameAs(vpc.allocateAddresses, {
      name: 'CreateEip',
      input: structure({
        goodsNum: integer({
          default: 1,
          min: 1,
          max: 5,
          reasons: { range: elasticAddressFaults.countOutOfRange },
        }),
      }),
      output: structure({ data: structure({ eipIds: list(id('elastic-address')) }) }),
      asked: ({ goodsNum }) => ({ AddressCount: goodsNum }),
      shown: ({ AddressSet }) => ({ data: { eipIds: AddressSet } }),
    }),
    // L57812.
    sameAs(vpc.releaseAddresses, {
      name: 'DeleteEip',
      input: structure({ eipIds: addressIdsMeant }),
      output: none,
      asked: ({ eipIds }) => ({ AddressIds: eipIds }),
      shown: () => ({}),
    }),
    // L57864.
    sameAs(vpc.modifyAddressAttribute, {
      name: 'ModifyEipAttributes',
      input: structure({
        eipId: addressIdMeant,
        eipName: { ...vpc.modifyAddressAttribute.input.fields.AddressName },
      }),
      output: none,
      asked: ({ eipId, eipName }) => ({ AddressId: eipId, AddressName: eipName }),
    }),
    // L58190.
    sameAs(vpc.transformAddress, {
      name: 'TransformWanIpToEip',
      input: structure({ unInstanceId: id('instance', { required: true }) }),
      output: none,
      asked: ({ unInstanceId }) => ({ InstanceId: unInstanceId }),
      shown: () => ({}),
    }),
  ],
});
