import type { Clock } from '#kernel/clock.ts';
import type { Buckets } from '#store/buckets.ts';
import type { PipelinePorts } from '#wire/pipeline.ts';

/** Whether a request may pass now; true costs one of the requests the second allows. */
export type Throttle = PipelinePorts['mayPass'];

/** Everything passes: the limits of the vendors protect machines that are not there. */
export const noThrottle: Throttle = () => true;

/**
 * The documented requests a second, for each principal, action and region, however many processes
 * they are sent to. By the wall clock, since it is clients that hurry.
 */
export function documentedThrottle(wall: Clock, buckets: Buckets): Throttle {
  return ({ account, principal }, action, region) => {
    const name = `${account}/${principal}/${action.name}/${region ?? ''}`;
    return buckets.take({ name, rate: action.ratePerSecond }, wall.now());
  };
}
