import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { channels } from '../../events/channels.ts';
import { resourcesOf } from './template.ts';

const Variables = z.object({ Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }) });

/** Folders of the Lambdas that have a variable, by the name that their construct gave them. */
function holdersOf(variable: string): readonly string[] {
  return resourcesOf('AWS::Lambda::Function')
    .filter(([, fn]) => {
      const { data } = Variables.safeParse(fn.Properties);
      return data?.Environment.Variables[variable] !== undefined;
    })
    .map(([id]) => id);
}

const construct = (folder: string): string =>
  folder.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

describe('the table of channels', () => {
  it.each([
    ['MATCH_REQUESTS_QUEUE_URL', channels.matchRequests.senders],
    ['MATCH_OVERFLOW_QUEUE_URL', channels.matchOverflow.senders],
    ['MATCH_SWEEPS_QUEUE_URL', channels.matchSweeps.senders],
    ['NOTIFICATIONS_QUEUE_URL', channels.notifications.senders],
    ['INVITATIONS_QUEUE_URL', channels.invitations.senders],
    ['WEEKLY_MAIL_QUEUE_URL', channels.weeklyMail.senders],
    ['REPLAYS_QUEUE_URL', channels.replays.senders],
    ['ZONE_BUS_NAME', channels.zoneBus.senders],
  ])('names all and only the Lambdas that hold %s as senders', (variable, senders) => {
    const holders = holdersOf(variable);
    expect(holders).toHaveLength(senders.length);
    for (const sender of senders) expect(holders.some((id) => id.includes(construct(sender)))).toBe(true);
  });

  it('names the Lambda that reads each queue', () => {
    const readers = resourcesOf('AWS::Lambda::EventSourceMapping')
      .filter(([, mapping]) => !JSON.stringify(mapping.Properties['EventSourceArn']).includes('StreamArn'))
      .map(([, mapping]) => JSON.stringify(mapping.Properties['FunctionName']));
    const { matchRequests, matchOverflow, matchSweeps, notifications, invitations, weeklyMail, replays } = channels;
    const all = [matchRequests, matchOverflow, matchSweeps, notifications, invitations, weeklyMail, replays];
    const named = all.flatMap((channel) => channel.readers);
    expect(readers).toHaveLength(named.length);
    for (const reader of named) expect(readers.some((name) => name.includes(construct(reader)))).toBe(true);
  });
});
