// https://next.api.alibabacloud.com/document/Location/2015-06-12/DescribeEndpoints
// and location_resolver.go of alibaba-cloud-sdk-go: what the vendor's own clients send and read.
import { action } from '#apis/context.ts';
import { boolean, list, string, structure } from '#wire/builders.ts';

const name = { ...string({ max: 64, pattern: /^[A-Za-z0-9_-]+$/ }), source: 'sdk' } as const;
/** Two schemes: a port takes both. */
const PROTOCOLS = ['HTTP', 'HTTPS'];

/**
 * Where a product is: here, at the address that the client has for this one, whatever the product.
 * At a host of the vendor's, or one that is called so, the product's name takes the place of ours.
 */
export const describeEndpoints = action.read({
  name: 'DescribeEndpoints',
  region: 'none',
  input: structure({
    Id: { ...name, required: true },
    ServiceCode: { ...name, required: true },
    Type: { ...string({ values: ['openAPI', 'innerAPI'] }), default: 'openAPI', source: 'sdk' },
  }),
  output: structure({
    Endpoints: list(
      structure({
        Id: string(),
        // As the vendor spells it.
        SerivceCode: string(),
        Namespace: string(),
        Type: string(),
        Endpoint: string(),
        Protocols: list(string(), { element: 'Protocols' }),
      }),
      { element: 'Endpoint' },
    ),
    Success: boolean(),
  }),
  handle: ({ host }, { Id, ServiceCode, Type }) => {
    const Endpoint = host.replace(/^location(?:-readonly)?\./, `${ServiceCode.toLowerCase()}.`);
    const found = { Id, SerivceCode: ServiceCode, Namespace: '', Type, Endpoint };
    return Promise.resolve({
      Endpoints: [{ ...found, Protocols: PROTOCOLS }],
      Success: true,
    });
  },
});
