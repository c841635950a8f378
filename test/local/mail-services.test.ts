import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { accessKeyOf } from '../../infra/local/door/caller.ts';
import { localClient } from '../../infra/local/local-client.ts';
import { startZone } from '../../infra/local/start-zone.ts';
import { arnOf, MiniAssembly } from './mini-assembly.ts';
import { MiniZone } from './mini-zone.ts';

const fine = 'export const handler = async () => ({});';
const eventBridge = { Service: 'events.amazonaws.com' };
const pattern = { source: ['aws.ses'], detail: { mail: { tags: { set: ['own'] } } } };
const sesArn = (resource: string, region = 'ap-southeast-1') => `arn:aws-cn:ses:${region}:000000000000:${resource}`;

/** A queue that EventBridge may send to for a rule, or for another one. */
const withRule = (EventPattern: object, source: unknown = arnOf('Rule')): MiniAssembly =>
  new MiniAssembly()
    .queue('Told')
    .add('Rule', 'AWS::Events::Rule', { EventPattern, Targets: [{ Id: '1', Arn: arnOf('Told') }] })
    .add('ToldPolicy', 'AWS::SQS::QueuePolicy', {
      Queues: [{ Ref: 'Told' }],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: eventBridge,
            Action: 'sqs:SendMessage',
            Resource: arnOf('Told'),
            Condition: { ArnEquals: { 'aws:SourceArn': source } },
          },
        ],
      },
    });

let zone: MiniZone;
const clients: SESv2Client[] = [];

beforeAll(async () => {
  const mayDo = [
    {
      Effect: 'Allow',
      Action: 'ses:SendRawEmail',
      Resource: [sesArn('identity/zone.example'), sesArn('configuration-set/own')],
    },
  ];
  zone = await MiniZone.start(
    withRule(pattern)
      .parameter('SesRegion', { Type: 'String', Default: 'ap-southeast-1' })
      .lambda('Mailer', fine, { mayDo }),
  );
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await zone?.stop();
});

describe('a call of SES', () => {
  const raw = { Raw: { Data: Buffer.from('From: a@zone.example\r\nTo: b@example.com\r\nSubject: s\r\n\r\nt\r\n') } };
  function send(own: object = {}, region = 'ap-southeast-1', lambda = 'Mailer') {
    const { doors } = zone.zone;
    const client = new SESv2Client(localClient(doors.ses ?? '', region, accessKeyOf({ lambda, environment: '1' })));
    clients.push(client);
    return client.send(
      new SendEmailCommand({
        FromEmailAddress: 'Zone <a@zone.example>',
        ConfigurationSetName: 'own',
        Destination: { ToAddresses: ['b@example.com'] },
        Content: raw,
        ...own,
      }),
    );
  }

  it('passes as the sender, by the set and in the region that the role names', async () => {
    expect(await send()).toMatchObject({ MessageId: expect.any(String) });
    expect(await send({ FromEmailAddress: 'a@zone.example' })).toMatchObject({ MessageId: expect.any(String) });
  });

  it.each([
    ['another sender', { FromEmailAddress: 'Zone <a@other.example>' }, undefined],
    ['a sender that only looks like it', { FromEmailAddress: '"a@zone.example" <a@other.example>' }, undefined],
    ['another set', { ConfigurationSetName: 'other' }, undefined],
    ['another region', {}, 'us-east-1'],
    [
      'another kind of mail',
      { Content: { Simple: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } } } },
      undefined,
    ],
  ])('is refused as %s', async (_, own, region) => {
    await expect(send(own, region)).rejects.toMatchObject({ name: 'AccessDeniedException', message: /not authorized/ });
  });

  it('is refused to whom no role is known, and where it is another call', async () => {
    await expect(send({}, undefined, 'Nobody')).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    const answer = await fetch(`${zone.zone.doors.ses}/v2/email/templates`, {
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyOf({ lambda: 'Mailer', environment: '1' })}/1/r/ses/x`,
      },
    });
    expect(await answer.text()).toContain('AccessDenied');
  });
});

describe('an event of a service', () => {
  const put = async (event: unknown) => {
    const answer = await fetch(`${zone.zone.control}/service-events`, { method: 'POST', body: JSON.stringify(event) });
    return { status: answer.status, ...z.looseObject({ targets: z.number().optional() }).parse(await answer.json()) };
  };
  const event = (own: string) => ({
    source: 'aws.ses',
    'detail-type': 'Told',
    detail: { mail: { tags: { set: [own] } } },
  });

  it('comes into the queue of the rule that matches it, and no other', async () => {
    expect(await put(event('own'))).toMatchObject({ status: 202, targets: 1 });
    expect(await put(event('other'))).toMatchObject({ status: 202, targets: 0 });
    expect(await put({ ...event('own'), source: 'aws.s3' })).toMatchObject({ targets: 0 });
    expect((await zone.queue('Told')).visible).toBe(1);
  });

  it('is one of AWS’s own, or none', async () => {
    expect((await put({ ...event('own'), source: 'mini' })).status).toBe(400);
    expect((await put('no event')).status).toBe(400);
  });
});

it.each([
  [
    'EventBridge may not send to the queue',
    withRule(pattern, 'arn:aws-cn:events:cn-north-1:000000000000:rule/other'),
    /The rule Rule may not send to .*Told/,
  ],
  [
    'the target is no queue',
    new MiniAssembly().add('Rule', 'AWS::Events::Rule', {
      EventPattern: pattern,
      Targets: [{ Id: '1', Arn: 'arn:aws-cn:sns:cn-north-1:000000000000:x' }],
    }),
    /The rule Rule has the target .*: the local zone hands events to queues alone/,
  ],
])('does not start where %s', async (_, assembly, sentence) => {
  await expect(startZone({ assembly: assembly.write() })).rejects.toThrow(sentence);
});
