import type { Flag } from '#store/table.ts';
import { beginOperation } from '../../operation/operations.ts';
import type { Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { NatGateway, NatGatewayDetails } from '../nat-gateway.ts';
import { changeNatGatewayRow } from '../table.ts';
import { holdNatGateway, type NatGatewayRequest } from './get-nat-gateway.ts';

/** What is not given stays. */
export interface NatGatewayChange {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly outMbps?: number | undefined;
  readonly connectionsMax?: number | undefined;
  readonly isProtected?: boolean | undefined;
  readonly details?: Partial<NatGatewayDetails> | undefined;
}

/** What was done to a NAT gateway, as its history has it. */
export type NatGatewayAction = 'create' | 'change' | 'associate' | 'dissociate';

/** Changes what a NAT gateway is called, how much passes it, and how it is protected. */
export const modifyNatGateway = verb(
  [holdNatGateway],
  async (scope: Scope, request: NatGatewayRequest & NatGatewayChange): Promise<void> => {
    const gateway = await holdNatGateway(scope, request);
    await changeNatGateway(scope, gateway, { ...request, action: 'change' });
  },
);

/** Writes a change of a NAT gateway that is held, and into its history what was done. */
export async function changeNatGateway(
  scope: Scope,
  gateway: NatGateway,
  { action, ...change }: NatGatewayChange & { readonly action: NatGatewayAction },
): Promise<void> {
  const { key, account, version } = gateway;
  const changed = await scope.db.run(changeNatGatewayRow, {
    key,
    known: version,
    name: change.name ?? gateway.name,
    description: change.description ?? gateway.description,
    outMbps: change.outMbps ?? gateway.outMbps,
    connectionsMax: change.connectionsMax ?? gateway.connectionsMax,
    isProtected: Number(change.isProtected ?? gateway.isProtected) as Flag,
    doc: JSON.stringify({ ...gateway.details, ...change.details }),
  });
  if (changed !== 1) throw new Error(`The NAT gateway ${key} changed while it was held.`);
  const operated = { account, kind: 'nat-gateway', resource: key, number: version + 1 };
  await beginOperation(scope.db, operated, done(scope, action));
}

/** An operation on a NAT gateway, which is done at once. */
export function done({ requestId, now }: Scope, action: NatGatewayAction) {
  return { action, state: 'success', request: requestId, at: now } as const;
}
