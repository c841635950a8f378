import { File } from 'node:buffer';
import { Instant } from '../../domain/time.ts';

/**
 * The machine's own time: what orders and bounds the work of machines, and is no moment of the zone's. A zone on one machine
 * sets `Date` ahead, from one call of a Lambda to the next; the time at which a file is made is the machine's all the same
 * (W3C File API, 4.1).
 */
export const machineClock = (): Instant => Instant.parse(new Date(new File([], '').lastModified).toISOString());
