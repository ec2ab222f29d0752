import type { Action } from './action.ts';

/** A service of a vendor in one version: what it publishes, and which of it is implemented. */
export interface Service<Context = never> {
  readonly vendor: 'tencent' | 'aliyun';
  readonly service: string;
  readonly version: string;
  /** Every name the vendor publishes (D22). */
  readonly published: readonly string[];
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
 * one the request names is asked first, then the others, so that no host name is ever needed.
 */
export function serviceIndex(services: readonly Service[]): ServiceIndex {
  const byVersion = Map.groupBy(services, ({ vendor, version }) => `${vendor} ${version}`);
  const names = new Map(services.map((service) => [service, new Set(service.published)]));
  const actions = new Map(
    services.map((service) => [service, new Map(service.actions.map((one) => [one.name, one]))]),
  );
  return ({ vendor, version, action, service: wanted }) => {
    const candidates = byVersion.get(`${vendor} ${version}`);
    if (candidates === undefined) return { found: 'unknown-version' };
    const named = candidates.filter(({ service }) => service === wanted);
    const ordered = named.length === 0 ? candidates : [...named, ...candidates];
    for (const service of ordered) {
      const implemented = actions.get(service)?.get(action);
      if (implemented !== undefined) return { found: 'action', service, action: implemented };
    }
    const publisher = ordered.find((service) => names.get(service)?.has(action));
    if (publisher === undefined) return { found: 'unknown-action' };
    return { found: 'not-implemented', service: publisher, name: action };
  };
}
