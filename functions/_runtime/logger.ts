import { Logger } from '@aws-lambda-powertools/logger';
import type { LogItemExtraInput, LogItemMessage } from '@aws-lambda-powertools/logger/types';
import { parseEnv } from './env.ts';
import { metricsOf } from './line-metrics.ts';
import { ZoneEnv } from './zone-env.ts';

/** A logger whose lines carry what they count to. */
class CountingLogger extends Logger {
  private readonly zone: string | undefined;

  constructor(serviceName: string, zone: string | undefined) {
    super({ serviceName });
    this.zone = zone;
  }

  override info(message: LogItemMessage, ...extra: LogItemExtraInput): void {
    super.info(message, ...this.counted(message, extra));
  }

  override warn(message: LogItemMessage, ...extra: LogItemExtraInput): void {
    super.warn(message, ...this.counted(message, extra));
  }

  override error(message: LogItemMessage, ...extra: LogItemExtraInput): void {
    super.error(message, ...this.counted(message, extra));
  }

  private counted(message: LogItemMessage, extra: LogItemExtraInput): LogItemExtraInput {
    const [fields = {}] = extra;
    if (this.zone === undefined || typeof message !== 'string') return extra;
    if (typeof fields === 'string' || fields instanceof Error) return extra;
    return [{ ...fields, ...metricsOf(message, { ...fields }, this.zone, Date.now()) }];
  }
}

/** One structured logger a Lambda. It is given ids, counts and error codes; never contents, addresses or tokens. */
export function makeLogger(serviceName: string): Logger {
  return new CountingLogger(serviceName, parseEnv(ZoneEnv, process.env).METRICS_ZONE);
}
