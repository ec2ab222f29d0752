import type { Action } from './action.ts';
import { serviceOfHost } from './service-host.ts';
import type { Pages } from './page.ts';

/** A service of a vendor in one version: what it publishes, and which of it is implemented. */
export interface Service<Context = never> {
  readonly vendor: 'tencent' | 'aliyun';
  readonly service: string;
  readonly version: string;
  /** Every name the vendor publishes (D22). */
  readonly published: readonly string[];
  /** What the documents say of its actions; without it no code is known to be a page's. */
  readonly pages?: Pages;
  readonly actions: ReadonlyArray<Action<Context>>;
}

/**
 * The documented requests a second of one principal in one region: of the action's page, or what
 * holds for the whole service; undefined where no document limits it.
 */
export function rateOf({ pages }: Service, { name }: Action): number | undefined {
  return pages?.page(name)?.ratePerSecond ?? pages?.ratePerSecond;
}

export type Found =
  | { readonly found: 'action'; readonly service: Service; readonly action: Action }
  | { readonly found: 'not-implemented'; readonly service: Service; readonly name: string }
  | { readonly found: 'unknown-action' }
  | { readonly found: 'unknown-version' }
  | { readonly found: 'unknown-product'; readonly name: string }
  | { readonly found: 'foreign-scope' };

export interface Wanted {
  readonly vendor: Service['vendor'];
  readonly version: string;
  readonly action: string;
  /** What the request itself says of its service: a credential scope, a product's version. */
  readonly service: string | undefined;
  /** Where it was sent, if that may decide. */
  readonly host: string | undefined;
}

export type ServiceIndex = (wanted: Wanted) => Found;

/**
 * Finds actions by vendor, version and name. Two services may share a version (Tencent's do). A
 * request to the host of a service asks that one alone, and its scope has to be of it (seed 004
 * L4968-4974). Sent to a bare address, the service that it names is asked where that has the
 * action, else all of them.
 */
export function serviceIndex(services: readonly Service[]): ServiceIndex {
  const byVersion = Map.groupBy(services.map(lookup), ({ key }) => key);
  const names = Map.groupBy(services, ({ vendor }) => vendor);
  const servedBy = (vendor: Service['vendor']): ReadonlySet<string> =>
    new Set(names.get(vendor)?.map(({ service }) => service));
  const served = { tencent: servedBy('tencent'), aliyun: servedBy('aliyun') };
  return ({ vendor, version, action, service: said, host }) => {
    const bound = host === undefined ? undefined : serviceOfHost(vendor, host, served[vendor]);
    if (bound !== undefined && !served[vendor].has(bound)) {
      return { found: 'unknown-product', name: bound };
    }
    if (bound !== undefined && said !== undefined && said !== bound) {
      return { found: 'foreign-scope' };
    }
    const candidates = byVersion.get(`${vendor} ${version}`);
    const name = spelt(vendor, action);
    const having = (candidates ?? []).filter(
      ({ names: known, service }) =>
        known.has(name) && (bound === undefined || service.service === bound),
    );
    const wanted = bound ?? said;
    const named = having.filter(({ service }) => service.service === wanted);
    const preferred = named.length === 0 ? having : named;
    for (const { service, actions } of preferred) {
      const implemented = actions.get(name);
      if (implemented !== undefined) return { found: 'action', service, action: implemented };
    }
    const [publisher] = preferred;
    if (publisher !== undefined) {
      return { found: 'not-implemented', service: publisher.service, name: action };
    }
    if (said !== undefined && PRODUCT.test(said) && !served[vendor].has(said)) {
      return { found: 'unknown-product', name: said };
    }
    return { found: candidates === undefined ? 'unknown-version' : 'unknown-action' };
  };
}

/** What may be the name of a product; SDKs that take it from an address send `127`. */
const PRODUCT = /^(?!localhost$)[a-z][a-z0-9]*$/;

interface Lookup {
  readonly key: string;
  readonly service: Service;
  readonly actions: ReadonlyMap<string, Action>;
  /** Published or implemented. */
  readonly names: ReadonlySet<string>;
}

function lookup(service: Service): Lookup {
  const { vendor, version, published } = service;
  const actions = new Map(service.actions.map((one) => [spelt(vendor, one.name), one]));
  const names = new Set([...published.map((name) => spelt(vendor, name)), ...actions.keys()]);
  return { key: `${vendor} ${version}`, service, actions, names };
}

/**
 * The name of an action as it is looked up. Alibaba's gateway does not mind its case: Terraform's
 * provider asks Resource Management for UnTagResources, which its page calls UntagResources.
 */
function spelt(vendor: Service['vendor'], action: string): string {
  return vendor === 'aliyun' ? action.toLowerCase() : action;
}
