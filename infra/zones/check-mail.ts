import * as z from 'zod';
import { regionIds, regionOf } from './regions.ts';
import type { ZoneMail } from './zone-mail.ts';

/** Regions of zones that have none, and the other of the Chinese partition. */
const lacksSes = (region: string): boolean =>
  region.startsWith('cn-') || regionIds.some((id) => id === region && !regionOf(id).has.ses);

/** What each port speaks (RFC 8314, 3.3; RFC 6409). Others say for themselves. */
const securityOfPort: Readonly<Record<number, 'tls' | 'starttls'>> = { 465: 'tls', 587: 'starttls' };

/** SES API v2 reference, "CreateConfigurationSet". */
const ConfigurationSet = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const Address = z.email().max(254);
const Host = z.hostname();

function addressesComplaints(mail: ZoneMail): readonly string[] {
  const bounces = mail.transport === 'smtp' ? mail.bounces : undefined;
  return Object.entries({ from: mail.from, replyTo: mail.replyTo, bounces })
    .filter(([, address]) => address !== undefined && !Address.safeParse(address).success)
    .map(([name, address]) => `The zone's mail.${name} “${address}” is not one mail address.`);
}

function sesComplaints({ region, configurationSet }: Extract<ZoneMail, { transport: 'ses' }>): readonly string[] {
  return [
    ...(lacksSes(region) ? [`There is no SES in ${region}: name another region in mail.region, or mail by SMTP.`] : []),
    ...(ConfigurationSet.safeParse(configurationSet).success
      ? []
      : [`The zone's mail.configurationSet “${configurationSet}” must be 1 to 64 letters, digits, _ or -.`]),
  ];
}

function relayComplaints({ host, port, security }: Extract<ZoneMail, { transport: 'smtp' }>): readonly string[] {
  const complaints = Host.safeParse(host).success ? [] : [`The zone's mail.host “${host}” is no name of a host.`];
  if (!Number.isInteger(port) || port < 1 || port > 65_535 || port === 25)
    return [...complaints, `The zone's mail.port ${port} is none to submit mail to: take 465 or 587.`];
  const expected = securityOfPort[port];
  if (expected === undefined || expected === security) return complaints;
  return [...complaints, `The zone's mail.security is ${security}, and port ${port} speaks ${expected}.`];
}

/** What is wrong with what a zone says of its mail: a sentence each, with the setting's name. */
export function mailComplaints(mail: ZoneMail): readonly string[] {
  return [...addressesComplaints(mail), ...(mail.transport === 'ses' ? sesComplaints(mail) : relayComplaints(mail))];
}
