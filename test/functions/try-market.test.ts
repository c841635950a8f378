import { afterEach, expect, it, vi } from 'vitest';
import { canaryOffer, canaryTitle } from '../../functions/try-market/canary-listings.ts';
import { makeMarketCaller } from '../../functions/try-market/market-caller.ts';
import { now } from '../builders/moment.ts';

afterEach(() => vi.unstubAllGlobals());

it('knows its own listings from those of an organization that its client was given by mistake', async () => {
  const items = [
    { id: 'offer-1', title: 'Freight by road section' },
    { id: 'offer-2', ...canaryOffer(now) },
  ];
  vi.stubGlobal('fetch', async () => Response.json({ items }));
  const caller = makeMarketCaller(
    'https://api.example',
    async () => 'token',
    () => 'key',
  );
  expect(await caller.listed('offers', canaryTitle)).toEqual(['offer-2']);
});
