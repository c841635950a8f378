import { complianceTags } from '../../vocabulary/compliance-tags.ts';
import { DeliveryMode } from '../../vocabulary/delivery-modes.ts';
import { domainRelation } from '../../vocabulary/domain-relations.ts';
import { industries } from '../../vocabulary/industries.ts';
import { closeness } from '../criteria/domain.ts';
import { pointsOf } from '../points.ts';
import { Numbering } from './numbering.ts';
import { closureOf, type TagBits } from './tag-bits.ts';

const purposes = complianceTags.filter(({ kind }) => kind === 'purpose').map(({ id }) => id);
const purposeNumbers = new Map(purposes.map((id, number) => [id, number]));

export const purposeCount = purposes.length;

/** The number of a purpose, or undefined where the vocabulary does not have it. */
export const purposeNumber = (id: string): number | undefined => purposeNumbers.get(id);

/** The purpose of a number. */
export const purposeAt = (number: number): string => purposes[number] ?? '';

/** What each purpose implies, itself included. */
export const purposeClosures: readonly TagBits[] = purposes.map((id) => closureOf([id]));

/** What delivery in each mode brings with it. */
export const deliveryClosures: readonly TagBits[] = DeliveryMode.options.map((mode) => closureOf([`delivery-${mode}`]));

/** Ways of delivery as a bit each. */
export const modeBits = (modes: readonly DeliveryMode[]): number =>
  modes.reduce((bits, mode) => bits | (1 << DeliveryMode.options.indexOf(mode)), 0);

/** How many bits are set. */
export function countOf(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

const domainNumbers = new Map(industries.map(({ code }, number) => [code, number]));

export const domainCount = industries.length;

/** The number of a domain, or undefined where GB/T 4754 does not have it. */
export const domainNumber = (code: string): number | undefined => domainNumbers.get(code);

const rowsOfOffered = new Map<number, Uint8Array>();

/** The points of an offered domain for each demanded one, by number; 0 where they are not related. */
export function pointsOfOffered(offered: number): Uint8Array {
  const known = rowsOfOffered.get(offered);
  if (known) return known;
  const code = industries[offered]?.code ?? '';
  const made = Uint8Array.from(industries, (demanded) => pointsOf(closeness[domainRelation(code, demanded.code)]));
  rowsOfOffered.set(offered, made);
  return made;
}

const places = new Numbering();

/** A number for a jurisdiction: the same for the same one, as long as this program runs. */
export const placeNumber = (jurisdiction: string): number => places.numberOf(jurisdiction);
