import type { Action } from './action.ts';
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

export type Found =
  | { readonly found: 'action'; readonly service: Service; readonly action: Action }
  | { readonly found: 'not-implemented'; readonly service: Service; readonly name: string }
  | { readonly found: 'unknown-action' }
  | { readonly found: 'unknown-version' };

export type ServiceIndex = (wanted: {
  readonly vendor: string;
  readonly version: string;
  readonly action: string;
  readonly service: string | undefined;
}) => Found;

/**
 * Finds actions by vendor, version and name. Two services may share a version (Tencent's do): the
 * one the request names is asked where it has the action, else all of them, so that no host name is
 * ever needed.
 */
export function serviceIndex(services: readonly Service[]): ServiceIndex {
  const byVersion = Map.groupBy(services.map(lookup), ({ key }) => key);
  return ({ vendor, version, action, service: wanted }) => {
    const candidates = byVersion.get(`${vendor} ${version}`);
    if (candidates === undefined) return { found: 'unknown-version' };
    const having = candidates.filter(({ names }) => names.has(action));
    const named = having.filter(({ service }) => service.service === wanted);
    const asked = named.length === 0 ? having : named;
    for (const { service, actions } of asked) {
      const implemented = actions.get(action);
      if (implemented !== undefined) return { found: 'action', service, action: implemented };
    }
    const [publisher] = asked;
    if (publisher === undefined) return { found: 'unknown-action' };
    return { found: 'not-implemented', service: publisher.service, name: action };
  };
}

interface Lookup {
  readonly key: string;
  readonly service: Service;
  readonly actions: ReadonlyMap<string, Action>;
  /** Published or implemented. */
  readonly names: ReadonlySet<string>;
}

function lookup(service: Service): Lookup {
  const { vendor, version, published } = service;
  const actions = new Map(service.actions.map((one) => [one.name, one]));
  const names = new Set([...published, ...actions.keys()]);
  return { key: `${vendor} ${version}`, service, actions, names };
}
