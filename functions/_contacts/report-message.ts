import PostalMime, { type Attachment, addressParser, type Email } from 'postal-mime';
import { EmailAddress } from '../../domain/contact/address.ts';
import type { DeliveryReport } from '../../domain/contact/delivery-report.ts';
import { markField } from '../_links/mail-mark.ts';

/** No report of a mail system has more parts in parts, or more header fields. */
const bounds = { forceRfc822Attachments: true, maxNestingDepth: 8, maxHeadersSize: 64 * 1024 };

/** One mail has one reader; a report that names more is none of ours, and is not followed without end. */
const mostReaders = 20;

/** What a report tells of each reader, and the mark of the mail that it returns, where it has one. */
export type ReturnedMail = { readonly reports: readonly DeliveryReport[]; readonly mark: string | undefined };

type Fields = ReadonlyMap<string, string>;

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

/** Groups of fields, parted by empty lines (RFC 3464, 2.1), each by its name in small letters; of two of a name the first counts. */
function groupsIn(text: string): readonly Fields[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map((group) => {
      const fields = new Map<string, string>();
      for (const line of group.split('\n')) {
        // Cut at the colon, and by no pattern that tries every blank of a long line: whoever writes to `bounces` makes it up.
        const colon = line.indexOf(':');
        const name = line.slice(0, Math.max(0, colon)).trimEnd().toLowerCase();
        if (/^[a-z-]+$/.test(name) && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
      }
      return fields;
    });
}

/** `rfc822; name@host` or `<name@host>` as the address that it is. */
function addressIn(value: string | undefined): string | undefined {
  const bare = value?.replace(/^[A-Za-z0-9-]+[ \t]*;[ \t]*/, '').replace(/^<(.*)>$/, '$1');
  return EmailAddress.safeParse(bare).data;
}

/** The one reader that the header of a returned mail names. */
function readerOf(returned: string | undefined): string | undefined {
  const to = returned === undefined ? undefined : groupsIn(returned)[0]?.get('to');
  const readers = addressParser(to ?? '', { flatten: true });
  return readers.length === 1 ? EmailAddress.safeParse(readers[0]?.address).data : undefined;
}

/** RFC 3464: of each reader the address that was written to, where the report has it, else the one that it came to. */
function bouncesIn(report: string): readonly DeliveryReport[] {
  return groupsIn(report).flatMap((fields) => {
    const address = addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'));
    const [status] = /^\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '') ?? [];
    const action = fields.get('action')?.toLowerCase();
    if (address === undefined || status === undefined || action === undefined) return [];
    return [{ kind: 'bounce', address, action, status, diagnostic: fields.get('diagnostic-code') }];
  });
}

/** RFC 5965: who complains is the reader that the report names, or the one that the returned mail was written to. */
function complaintsIn(report: string, returned: string | undefined): readonly DeliveryReport[] {
  const [fields] = groupsIn(report);
  const address = addressIn(fields?.get('original-rcpt-to')) ?? readerOf(returned);
  const type = /^[a-z-]{1,32}/.exec(fields?.get('feedback-type')?.toLowerCase() ?? '')?.[0];
  return address === undefined || type === undefined ? [] : [{ kind: 'complaint', address, type }];
}

async function parsed(message: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(message, bounds);
  } catch {
    return undefined;
  }
}

/**
 * What a mail system tells in a report (multipart/report of RFC 6522): of deliveries (RFC 3464) or of complaints (RFC 5965).
 * Undefined where the message is none, or has nothing in it that could be understood.
 */
export async function readReport(message: Uint8Array): Promise<ReturnedMail | undefined> {
  const mail = await parsed(message);
  const type = mail?.headers.find(({ key }) => key === 'content-type')?.value ?? '';
  if (!mail || !/^multipart\/report\b/i.test(type)) return undefined;
  const part = (...types: readonly string[]): string | undefined => {
    const found = mail.attachments.find(({ mimeType }) => types.includes(mimeType));
    return found && textOf(found);
  };
  const delivery = part('message/delivery-status', 'message/global-delivery-status');
  const feedback = part('message/feedback-report');
  const returned = part('message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers');
  const reports = [
    ...(delivery === undefined ? [] : bouncesIn(delivery)),
    ...(feedback === undefined ? [] : complaintsIn(feedback, returned)),
  ];
  const mark = returned === undefined ? undefined : groupsIn(returned)[0]?.get(markField.toLowerCase());
  return reports.length > 0 && reports.length <= mostReaders ? { reports, mark } : undefined;
}
