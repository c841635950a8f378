/**
 * A Date that tells the time of the zone, which may be ahead of the machine's. Dates that are made from something, and
 * everything else, are as they always are.
 */
export const shiftedDate = (machine: DateConstructor, aheadMs: () => number): DateConstructor =>
  new Proxy(machine, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [target.now() + aheadMs()] : args, newTarget),
    apply: (target) => new target(target.now() + aheadMs()).toString(),
    get: (target, name) => (name === 'now' ? () => target.now() + aheadMs() : Reflect.get(target, name)),
  });
