import { newKey } from '#kernel/ids.ts';
import type { Key } from '#kernel/key.ts';
import { isNextHop } from '../../route-table/usage.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { deleteTags, saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { getVpc } from '../../vpc/verbs/get-vpc.ts';
import { holdVpc } from '../../vpc/verbs/hold-vpc.ts';
import { ipv4GatewayFaults, ipv6GatewayFaults } from '../faults.ts';
import {
  internetGatewayOf,
  internetGatewayRow,
  type GatewayFamily,
  type InternetGateway,
} from '../internet-gateway.ts';
import {
  changeInternetGatewayRow,
  deleteInternetGatewayRow,
  ownInternetGateway,
} from '../table.ts';
import { gatewaysOfVpc } from '../usage.ts';

export interface NewInternetGateway {
  readonly region: string;
  readonly vpc: Key<'vpc'>;
  readonly name: string | null;
  readonly description: string;
  readonly resourceGroup: string | null;
  readonly tags: readonly Tag[];
}

export interface InternetGatewayRequest {
  readonly gateway: string;
  readonly region: string;
}

/** What is not given stays. */
export interface InternetGatewayChange extends InternetGatewayRequest {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** The faults of a family of gateways that both families have. */
type GatewayFaults = Pick<
  typeof ipv4GatewayFaults | typeof ipv6GatewayFaults,
  'notFound' | 'exists' | 'isNextHop'
>;

/** What looks a gateway of a family up; each refuses in its own faults, which its pages know. */
function lookUpsOf(family: GatewayFamily, faults: GatewayFaults) {
  const kind = `${family}-gateway` as const;

  /** A gateway of the account. */
  const get = verb(
    [faults.notFound],
    async (scope: ReadScope, request: InternetGatewayRequest): Promise<InternetGateway> => {
      const { gateway: key, region } = request;
      const row = await scope.db.first(ownInternetGateway, { account: scope.account, key, family });
      if (row?.region !== region) throw faults.notFound({ [kind]: key });
      return internetGatewayOf(row);
    },
  );

  /** The same, whose network this transaction holds: no other changes it meanwhile (D3). */
  const hold = verb(
    [get, holdVpc],
    async (scope: Scope, request: InternetGatewayRequest): Promise<InternetGateway> => {
      await holdVpc(scope, (await get(scope, request)).vpc);
      return get(scope, request);
    },
  );

  return { get, hold } as const;
}

/** What both families can do alike. */
function verbsOf(family: GatewayFamily, faults: GatewayFaults) {
  const kind = `${family}-gateway` as const;
  const { get, hold } = lookUpsOf(family, faults);

  /** Makes the one gateway of its family that a network may have. */
  const add = verb(
    [getVpc, holdVpc, faults.exists],
    async (scope: Scope, { tags, ...request }: NewInternetGateway): Promise<InternetGateway> => {
      const { db, account, now, cloud } = scope;
      const { key: vpc } = await getVpc(scope, request);
      await holdVpc(scope, vpc);
      const present = await gatewaysOfVpc(db, vpc);
      if (present.some((one) => one.family === family)) throw faults.exists({ vpc });
      const key = newKey(cloud.random);
      // That of IPv6 is at work at once, that of IPv4 when it is told to be.
      const isEnabled = family === 'ipv6';
      const gateway = { ...request, key, account, family, isEnabled, createdAt: now };
      await db.insert('internet_gateways', [internetGatewayRow(gateway)]);
      await saveTags(db, { account, kind, resources: [key] }, tags);
      return gateway;
    },
  );

  /** Names a gateway anew, or describes it. */
  const change = verb(
    [hold],
    async (scope: Scope, request: InternetGatewayChange): Promise<void> => {
      const gateway = await hold(scope, request);
      const { name = gateway.name, description = gateway.description } = request;
      const enabled = gateway.isEnabled ? 1 : 0;
      await scope.db.run(changeInternetGatewayRow, {
        key: gateway.key,
        name,
        description,
        enabled,
      });
    },
  );

  /** Deletes a gateway to which no route leads; answers what it was. */
  const remove = verb(
    [hold, faults.isNextHop],
    async (scope: Scope, request: InternetGatewayRequest): Promise<InternetGateway> => {
      const { db } = scope;
      const gateway = await hold(scope, request);
      const { key } = gateway;
      if (await isNextHop(db, [key])) throw faults.isNextHop({ [kind]: key });
      await db.run(deleteInternetGatewayRow, { key });
      await deleteTags(db, kind, [key]);
      return gateway;
    },
  );

  return { get, hold, add, change, remove } as const;
}

/** What passes the IPv4 traffic of networks. */
export const {
  hold: holdIpv4Gateway,
  get: getIpv4Gateway,
  add: addIpv4Gateway,
  change: changeIpv4Gateway,
  remove: dropIpv4Gateway,
} = verbsOf('ipv4', ipv4GatewayFaults);

/** What passes their IPv6 traffic. */
export const {
  add: insertIpv6Gateway,
  change: changeIpv6Gateway,
  remove: removeIpv6Gateway,
} = verbsOf('ipv6', ipv6GatewayFaults);
