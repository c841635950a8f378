import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { makeZoneStacks } from '../../infra/stacks/zone-stacks.ts';
import { mailComplaints } from '../../infra/zones/check-mail.ts';
import { beijingDataPilot } from '../../infra/zones/cn-bj-data-pilot.ts';
import { greaterBayAreaHongKong } from '../../infra/zones/cn-gba-hk.ts';
import type { ZoneMail } from '../../infra/zones/zone-mail.ts';
import { zones } from '../../infra/zones/zones.ts';

const smtp = beijingDataPilot.mail;
const ses = greaterBayAreaHongKong.mail;

describe('what a zone says of its mail', () => {
  it.each(zones.map(({ id, mail }) => [id, mail] as const))('is sound for %s', (_, mail) => {
    expect(mailComplaints(mail)).toEqual([]);
  });

  it.each<[string, Partial<ZoneMail> & object, ZoneMail]>([
    ['There is no SES in cn-north-1', { region: 'cn-north-1' }, ses],
    ['There is no SES in cn-northwest-1', { region: 'cn-northwest-1' }, ses],
    ['There is no SES in ap-east-1', { region: 'ap-east-1' }, ses],
    ['mail.configurationSet “a b”', { configurationSet: 'a b' }, ses],
    ['mail.from “nobody”', { from: 'nobody' }, ses],
    ['mail.replyTo “a@b.example, c@d.example”', { replyTo: 'a@b.example, c@d.example' }, smtp],
    ['mail.bounces “”', { bounces: '' }, smtp],
    ['mail.host “smtp://relay”', { host: 'smtp://relay' }, smtp],
    ['mail.port 25 is none to submit mail to', { port: 25 }, smtp],
    ['mail.port 0 is none', { port: 0 }, smtp],
    ['port 465 speaks tls', { port: 465, security: 'starttls' }, smtp],
    ['port 587 speaks starttls', { port: 587, security: 'tls' }, smtp],
  ])('is refused with a sentence: %s', (sentence, own, mail) => {
    expect(mailComplaints(Object.assign({}, mail, own))).toEqual([expect.stringContaining(sentence)]);
  });

  it('may name another port for what the relay speaks', () => {
    expect(mailComplaints(Object.assign({}, smtp, { port: 2465 }))).toEqual([]);
  });

  it('is looked at before anything is made', () => {
    const mail = Object.assign({}, ses, { region: 'cn-north-1' });
    expect(() => makeZoneStacks(new App(), { ...greaterBayAreaHongKong, mail })).toThrow('no SES');
  });
});
