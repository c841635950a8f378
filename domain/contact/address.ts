import * as z from 'zod';

/** The longest name before the @ (RFC 5321, 4.5.3.1.1). */
const longestLocalPart = 64;

const localPartOf = (address: string): string => address.slice(0, address.lastIndexOf('@'));
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/**
 * A mail address of plain ASCII: no quoted name, no comment, no second @. An internationalised domain is given, kept and
 * shown in its xn-- form (RFC 5890), so that none can be taken for one that it only looks like.
 */
export const EmailAddress = z
  .email()
  .max(254)
  .refine((address) => localPartOf(address).length <= longestLocalPart, { params: { code: 'not-allowed' } });

/** Whether two spellings are one address: case does not count, as no mail system in use tells such addresses apart. */
export const sameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The mailbox that an address most likely ends in, for limits alone: without what follows a plus sign, and without dots. */
export function mailboxOf(address: string): string {
  const [name = ''] = localPartOf(address).toLowerCase().split('+');
  return `${name.replaceAll('.', '')}@${domainOf(address).toLowerCase()}`;
}

/** As much of an address as its owner needs to know it by. */
export const maskedAddress = (address: string): string => `${address.slice(0, 1)}***@${domainOf(address)}`;
