import type { Zone } from './zone.ts';

/** So many, read for each domain that a listing touches, are as many queries; and of more nobody needs the writes. */
const most = 64;

/** What is wrong with how a zone spreads its index: a sentence each, with the setting's name. */
export function partitionsComplaints({ read, write }: Zone['domainPartitions']): readonly string[] {
  const widths = [...read.map((width) => ['read', width] as const), ['write', write] as const];
  return [
    ...widths
      .filter(([, width]) => !(Number.isInteger(width) && width >= 1 && width <= most))
      .map(
        ([name, width]) =>
          `The zone's domainPartitions.${name} says ${width}: it must be a whole number from 1 to ${most}.`,
      ),
    ...(read.length < 1 || read.length > 2 || new Set(read).size < read.length
      ? ["The zone's domainPartitions.read must name one number, or the two between which the zone changes."]
      : []),
    ...(read.includes(write)
      ? []
      : [
          `The zone's domainPartitions.write is ${write}, which read does not name: what is written would not be found.`,
        ]),
  ];
}
