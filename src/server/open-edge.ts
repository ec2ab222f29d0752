import { aliyunVoice } from '#apis/aliyun/voice.ts';
import { carryOut } from '#apis/execute.ts';
import { services } from '#apis/manifest.ts';
import { namesOf2017 } from '#apis/tencent/cvm-2017/service.ts';
import { voice2017 } from '#apis/tencent/cvm-2017/voice.ts';
import { legacyVoice } from '#apis/tencent/legacy/voice.ts';
import { tencentVoice } from '#apis/tencent/voice.ts';
import type { Driver } from '#drivers/driver.ts';
import { type Clock, realClock } from '#kernel/clock.ts';
import { limits } from '#kernel/limits.ts';
import type { Log } from '#kernel/log.ts';
import type { Metrics } from '#kernel/metrics.ts';
import type { Random } from '#kernel/random.ts';
import type { Cloud } from '#resources/cloud.ts';
import type { Store } from '#store/store.ts';
import { StoreUnavailable } from '#store/store-unavailable.ts';
import { aliyunDialect } from '#wire/aliyun/dialect.ts';
import { allowAll, type Authorise } from '#wire/authorise.ts';
import { createPipeline } from '#wire/pipeline.ts';
import { serviceIndex } from '#wire/service.ts';
import { tencent2017Dialect } from '#wire/tencent/dialect-2017.ts';
import { tencentDialect } from '#wire/tencent/dialect.ts';
import { legacyDialect } from '#wire/tencent/legacy-dialect.ts';
import { ByteRoom } from './body.ts';
import type { CloudClock } from './cloud-clock.ts';
import { openConsoleDoor } from './console/console-door.ts';
import { createEdge, type Edge } from './http.ts';
import type { Keyring } from './keyring.ts';
import { documentedThrottle, noThrottle, sharedThrottle, type Throttle } from './throttle.ts';
import type { TlsIdentity } from './tls-identity.ts';

/** What of a cloud its port needs. */
export interface EdgeParts {
  readonly cloud: Cloud;
  readonly clock: Pick<CloudClock, 'clock'>;
  readonly keyring: Keyring;
  readonly identity: TlsIdentity | undefined;
  readonly driver: Pick<Driver, 'consoles'>;
}

export interface EdgeChoice {
  readonly wall: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly throttle?: 'off' | 'documented';
  /** Who may do what; default: all that have a key may do all. */
  readonly authorise?: Authorise;
}

/** The public port of a cloud: every dialect, and the pages of its consoles. */
export function openEdge(store: Store, opened: EdgeParts, choice: EdgeChoice): Edge {
  const { cloud, clock, keyring, identity, driver } = opened;
  const { wall, random, log, metrics, throttle } = choice;
  const timer = realClock();
  const answers = new ByteRoom(limits.answersBytesMax);
  const execution = { store, cloud, clock: clock.clock };
  const pipeline = createPipeline({
    dialects: [
      tencentDialect(tencentVoice),
      // What the one of 2017 does not know by its Version or its name is of the one before it.
      tencent2017Dialect(voice2017, namesOf2017),
      legacyDialect(legacyVoice),
      aliyunDialect(aliyunVoice),
    ],
    services: serviceIndex(services),
    wall,
    random,
    log,
    metrics,
    keyHolder: (id) => keyring.find(id),
    claimNonce: (principal, nonce, expiresAt) =>
      store.nonces.claim({ principal, nonce, expiresAt }, wall.now()),
    authorise: choice.authorise ?? allowAll,
    mayPass: throttle === 'documented' ? throttleOf(store, wall) : noThrottle,
    carryOut: (order) => carryOut(execution, order),
    holdAnswer: (bytes) => answers.take(bytes),
    isUnavailable: (error) => error instanceof StoreUnavailable,
  });
  return createEdge({
    pipeline,
    answers,
    limits,
    log,
    metrics,
    timer,
    consoles: openConsoleDoor({
      ...execution,
      consoles: driver.consoles,
      timer,
      log,
    }),
    ...(identity !== undefined && { identity }),
    ping: () => store.ping(),
  });
}

function throttleOf({ rates }: Store, wall: Clock): Throttle {
  return rates === undefined ? documentedThrottle(wall) : sharedThrottle(rates, wall);
}
