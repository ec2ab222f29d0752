import process from 'node:process';
import { Argument, type Command, Option } from 'commander';
import { realClock } from '#kernel/clock.ts';
import { systemRandom, uuid } from '#kernel/random.ts';
import { signRpc } from '#wire/aliyun/sign.ts';
import type { SignedRequest } from '#wire/signed-request.ts';
import { signTc3 } from '#wire/tencent/sign.ts';
import { Failure } from './failure.ts';
import { flatParameters } from './flat-parameters.ts';
import { print, quoted } from './print.ts';
import { serverChoice, withServerChoice } from './server-options.ts';
import { findTarget, hostPortOf, type Target } from './target.ts';

interface SignOptions {
  readonly region?: string;
  readonly body: string;
  readonly url?: string;
  readonly send?: boolean;
  readonly serviceVersion?: string;
}

interface SignedCall {
  readonly vendor: 'tencent' | 'aliyun';
  readonly service: string;
  readonly action: string;
}

/** `yuntai sign`: one signed request, as a curl command or sent at once. */
export function addSign(program: Command): void {
  withServerChoice(program.command('sign'))
    .description('sign one request: prints a curl command, valid for five minutes')
    .addArgument(new Argument('<vendor>').choices(['tencent', 'aliyun']))
    .argument('<service>', 'cvm, ecs, vpc, …')
    .argument('<action>', 'as the vendor calls it')
    .option('--region <name>', 'ap-guangzhou, cn-guangzhou, …')
    .option('--body <json>', 'parameters as one JSON object', '{}')
    .option('--url <address>', 'another address than that of the running server')
    .option('--service-version <date>', 'another version than the one served')
    .addOption(new Option('--send', 'send it and print the answer; fails where that is an error'))
    .addHelpText(
      'after',
      `
Examples:
  yuntai sign tencent cvm DescribeZones --region ap-guangzhou | sh
  yuntai sign tencent cvm DescribeInstances --region ap-guangzhou --body '{"Limit":5}' --send
  yuntai sign aliyun ecs DescribeInstances --region cn-guangzhou --send`,
    )
    .action(
      async (
        ...given: [SignedCall['vendor'], string, string, SignOptions, Command]
      ): Promise<void> => {
        const [vendor, service, action, options, command] = given;
        const found = await findTarget(serverChoice(command));
        const target = options.url === undefined ? found : { ...found, url: options.url };
        const signed = await signedRequest({ vendor, service, action }, options, target);
        if (options.send === true) return send(signed, target.url);
        print(curlOf(signed, target.url));
      },
    );
}

async function signedRequest(
  { vendor, service, action }: SignedCall,
  options: SignOptions,
  target: Target,
): Promise<SignedRequest> {
  const { versionOf } = await import('#server/coverage-report.ts');
  const version = options.serviceVersion ?? versionOf(vendor, service);
  if (version === undefined) {
    const known = vendor === 'tencent' ? 'cvm, vpc, cbs, tag, cam, sts' : 'ecs, vpc';
    throw new Failure(`"${service}" is no service of ${vendor} here: there are ${known}.`);
  }
  const { id, secret, url } = target;
  const { region } = options;
  const host = hostPortOf(url);
  const body = objectOf(options.body);
  const timestampSeconds = Math.floor(realClock().now() / 1_000);
  const common = { host, action, version, timestampSeconds };
  if (vendor === 'tencent') {
    const keys = { secretId: id, secretKey: secret };
    return signTc3({ ...common, ...keys, service, body, ...(region !== undefined && { region }) });
  }
  const given = region === undefined ? body : { RegionId: region, ...body };
  const keys = { accessKeyId: id, accessKeySecret: secret };
  const nonce = uuid(systemRandom());
  const parameters = flatParameters(given);
  return signRpc({ ...common, ...keys, nonce, parameters, style: 'post-form' });
}

function objectOf(json: string): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(json) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Readonly<Record<string, unknown>>;
    }
  } catch (error) {
    throw new Failure(`--body is no JSON: ${(error as Error).message}`, { cause: error });
  }
  throw new Failure('--body must be a JSON object, such as {"Limit":5}.');
}

function headersOf({ headers }: SignedRequest): ReadonlyArray<readonly [string, string]> {
  // Every client sends the host itself, as it was signed.
  return Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'host');
}

function curlOf(signed: SignedRequest, url: string): string {
  const words = ['curl', '-sS', '-X', signed.method, new URL(signed.target, url).href];
  for (const [name, value] of headersOf(signed)) words.push('-H', `${name}: ${value}`);
  if (signed.method === 'POST') words.push('--data-raw', signed.body);
  return words.map(quoted).join(' ');
}

async function send(signed: SignedRequest, url: string): Promise<void> {
  let response: Response;
  try {
    response = await fetch(new URL(signed.target, url), {
      method: signed.method,
      headers: Object.fromEntries(headersOf(signed)),
      ...(signed.method === 'POST' && { body: signed.body }),
    });
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const reason = cause instanceof Error ? cause.message : String(error);
    throw new Failure(`No answer from ${url}: ${reason}`, { cause: error });
  }
  const text = await response.text();
  print(text);
  if (!response.ok || text.startsWith('{"Response":{"Error":')) process.exitCode = 1;
}
