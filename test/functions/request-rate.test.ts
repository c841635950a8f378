import { describe, expect, it } from 'vitest';
import { OfferInput } from '../../domain/offer/offer.ts';
import { Instant } from '../../domain/time.ts';
import { publishRoute } from '../../functions/_listings/publish-route.ts';
import type { HttpAnswer } from '../../functions/_runtime/http-answer.ts';
import type { HttpEvent } from '../../functions/_runtime/http-request.ts';
import { Problem } from '../../functions/_runtime/problem.ts';
import { countingRequests } from '../../functions/_runtime/request-rate.ts';
import { keepOrganization } from '../../functions/keep-organization/keep-organization.ts';
import { previewRoute } from '../../functions/preview-listing/preview-route.ts';
import { reviseRoute } from '../../functions/revise-listing/revise-route.ts';
import { memberOf } from '../stores/ids.ts';
import { httpEvent } from './lambda-events.ts';

describe('what an organization writes in a minute', () => {
  const at = Instant.parse('2026-11-23T08:00:15.200Z');
  const meters: string[] = [];
  const counting = (used: number) =>
    countingRequests({
      clock: () => at,
      usage: {
        use: async (_, { of, window }) => {
          meters.push(`${of} ${window}`);
          return used;
        },
      },
      writesAMinute: 10,
    });

  it('is let through up to its share, counted by organization and minute', async () => {
    await expect(counting(10)(memberOf('org-a'))).resolves.toBeUndefined();
    expect(meters).toEqual(['requests#org-a 2026-11-23T08:00']);
  });

  it('is refused above it, until the minute is over', async () => {
    const refused = counting(11)(memberOf('org-a'));
    await expect(refused).rejects.toMatchObject({ type: 'too-many-requests', retryAfter: 45 });
  });
});

describe('an organization that has written its share', () => {
  const full = async (): Promise<void> => {
    throw new Problem('too-many-requests', { zh: '', en: '' }, [], 1);
  };
  const never = (): never => expect.fail('nothing may be done for it');
  const routes: Readonly<Record<string, (event: HttpEvent) => Promise<HttpAnswer>>> = {
    'POST /v1/offers': publishRoute('offer', OfferInput, never, full),
    'POST /v1/offers/preview': previewRoute(never, full),
    'PUT /v1/offers/{id}': reviseRoute(never, full, never),
    'PUT /v1/organization': keepOrganization({
      clock: never,
      countRequest: full,
      reader: { get: never, getMany: never, reported: never },
      writer: { put: never },
    }),
  };

  it.each(Object.entries(routes))('is refused by %s before its body is read', async (routeKey, route) => {
    const event = httpEvent(routeKey, { body: 'no body', language: 'en', organization: 'org-a', scope: 'member' });
    const asked = { ...event, pathParameters: { id: `offer-${'1'.repeat(32)}` } };
    await expect(route(asked)).rejects.toMatchObject({ type: 'too-many-requests' });
  });
});
