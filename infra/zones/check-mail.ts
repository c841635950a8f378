import { z } from 'zod';
import type { ZoneMail } from './zone-mail.ts';

/** What a zone says of its mail cannot work. */
class UnsoundMail extends Error {
  override readonly name = 'UnsoundMail';
}

/** Regions without SES: the Chinese partition, and Hong Kong (no email endpoint in botocore's endpoints.json of 2026-08-07). */
const lacksSes = (region: string): boolean => region.startsWith('cn-') || region === 'ap-east-1';

/** What each port speaks (RFC 8314, 3.3; RFC 6409). Others say for themselves. */
const securityOfPort: Readonly<Record<number, 'tls' | 'starttls'>> = { 465: 'tls', 587: 'starttls' };

/** SES API v2 reference, "CreateConfigurationSet". */
const ConfigurationSet = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const Address = z.email().max(254);
const Host = z.hostname();

function checkAddresses(mail: ZoneMail): void {
  const bounces = mail.transport === 'smtp' ? mail.bounces : undefined;
  for (const [name, address] of Object.entries({ from: mail.from, replyTo: mail.replyTo, bounces })) {
    if (address === undefined || Address.safeParse(address).success) continue;
    throw new UnsoundMail(`The zone's mail.${name} “${address}” is not one mail address.`);
  }
}

/** Throws UnsoundMail, with a sentence that names the setting. */
export function checkMail(mail: ZoneMail): void {
  checkAddresses(mail);
  if (mail.transport === 'ses') {
    const { region, configurationSet } = mail;
    if (lacksSes(region))
      throw new UnsoundMail(`There is no SES in ${region}: name another region in mail.region, or mail by SMTP.`);
    if (!ConfigurationSet.safeParse(configurationSet).success)
      throw new UnsoundMail(
        `The zone's mail.configurationSet “${configurationSet}” must be 1 to 64 letters, digits, _ or -.`,
      );
    return;
  }
  const { host, port, security } = mail;
  if (!Host.safeParse(host).success) throw new UnsoundMail(`The zone's mail.host “${host}” is no name of a host.`);
  if (!Number.isInteger(port) || port < 1 || port > 65_535 || port === 25)
    throw new UnsoundMail(`The zone's mail.port ${port} is none to submit mail to: take 465 or 587.`);
  const expected = securityOfPort[port];
  if (expected !== undefined && expected !== security)
    throw new UnsoundMail(`The zone's mail.security is ${security}, and port ${port} speaks ${expected}.`);
}
