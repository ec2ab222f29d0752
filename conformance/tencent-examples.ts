import { signTc3, signV1 } from '../src/wire/tencent/sign.ts';
import type { SignedRequest } from '../src/wire/signed-request.ts';
import type { ConformanceCloud } from './cloud.ts';
import type { ExampleRequest } from './examples.ts';

/** What the sender fills in; examples that show these show somebody else's. */
const COMMON = [
  'Action',
  'Version',
  'Region',
  'Timestamp',
  'Nonce',
  'SecretId',
  'Signature',
  'SignatureMethod',
];

/** A way to send an example. */
export type Way = 'TC3 POST' | 'TC3 multipart' | 'TC3 GET' | 'v1 GET' | 'v1 POST' | 'index.php GET';

/** The ways an example can be meant: names and values by either signature, unless it shows one. */
export function waysOf({ style, params }: ExampleRequest): readonly Way[] {
  if (style === 'json') return ['TC3 POST'];
  if (style === 'multipart') return ['TC3 multipart'];
  if (style === 'form') return ['v1 POST'];
  return Object.hasOwn(params, 'Action') ? ['v1 GET'] : ['TC3 GET', 'v1 GET'];
}

/** Signs an example anew: its parameters as they stand, with Version, Region and credentials. */
export function signExample(
  { params, headers, raw_body: body }: ExampleRequest,
  way: Way,
  at: { readonly cloud: ConformanceCloud; readonly region: string; readonly action: string },
): SignedRequest {
  const { cloud, region, action } = at;
  const { keyId: secretId, secret: secretKey, host } = cloud;
  const timestampSeconds = Math.floor(cloud.server.wall.now() / 1000);
  const version = '2017-03-12';
  const common = { secretId, secretKey, host, action, version, region, timestampSeconds };
  const contentType = headers?.['Content-Type'];
  const language = headers?.['X-TC-Language'];
  const tc3 = {
    ...common,
    ...(contentType !== undefined && { contentType }),
    ...(language !== undefined && { language }),
  };
  if (way === 'TC3 POST') return signTc3({ ...tc3, body: body ?? params });
  const own = Object.entries(params).filter(([name]) => !COMMON.includes(name));
  // Of a name that an example has twice (L40861-40867) the last is taken, as by the server.
  const last = (value: unknown): unknown => (Array.isArray(value) ? value.at(-1) : value);
  const parameters = Object.fromEntries(own.map(([name, value]) => [name, String(last(value))]));
  if (way === 'TC3 GET') return signTc3({ ...tc3, method: 'GET', query: parameters });
  if (way === 'TC3 multipart') return signTc3({ ...tc3, body: multipart(parameters, contentType) });
  if (way === 'index.php GET') {
    const older = { path: '/v2/index.php', underscoresAsDots: true, nonce: 11886 } as const;
    return signV1({ ...common, parameters, method: 'GET', ...older });
  }
  const method = way === 'v1 GET' ? 'GET' : 'POST';
  const sha256 = params['SignatureMethod'] === 'HmacSHA256';
  const signatureMethod = { signatureMethod: 'HmacSHA256' } as const;
  return signV1({ ...common, parameters, method, nonce: 11886, ...(sha256 && signatureMethod) });
}

function multipart(parameters: Readonly<Record<string, string>>, contentType = ''): string {
  const boundary = contentType.split('boundary=').at(1) ?? '';
  const parts = Object.entries(parameters).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${boundary}--\r\n`;
}
