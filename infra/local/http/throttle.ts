import * as z from 'zod';
import type { Stack } from '../template/stack.ts';

const StageProperties = z.object({
  DefaultRouteSettings: z
    .object({
      ThrottlingRateLimit: z.coerce.number().positive().optional(),
      ThrottlingBurstLimit: z.coerce.number().int().positive().optional(),
    })
    .default({}),
});

/** Whether there is room for one more request at a moment, in milliseconds. */
export type Throttle = (nowMs: number) => boolean;

/**
 * A token bucket, as API Gateway has one ("Throttle requests to your HTTP APIs"): `rate` tokens a second, `burst` at the
 * most, one a request.
 */
export function makeThrottle(rate: number, burst: number): Throttle {
  let tokens = burst;
  let filledMs = Number.NEGATIVE_INFINITY;
  return (nowMs) => {
    tokens = Math.min(burst, tokens + (rate * (nowMs - filledMs)) / 1000);
    filledMs = nowMs;
    if (tokens < 1) return false;
    tokens--;
    return true;
  };
}

/** The throttle of the API's stage; one that says nothing lets everything through. */
export function throttleOf(stack: Stack): Throttle {
  const settings = stack
    .ofType('AWS::ApiGatewayV2::Stage')
    .map((stage) => stage.read(StageProperties).DefaultRouteSettings);
  const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = settings[0] ?? {};
  return rate === undefined || burst === undefined ? () => true : makeThrottle(rate, burst);
}
