import { describe, expect, it } from 'vitest';
import { UpdateFrequency } from '../../domain/listing/parts.ts';
import { priceModels } from '../../domain/matching/compact/compact-offer.ts';
import { DeliveryMode } from '../../domain/vocabulary/delivery-modes.ts';
import { SecurityClass } from '../../domain/vocabulary/security-levels.ts';
import { tagCount, tagNumber, tagOfNumber } from '../../domain/vocabulary/tag-numbers.ts';
import kept from './tag-numbers.json' with { type: 'json' };

describe('what stands in rows of the index by its place in a table', () => {
  it('keeps its place: a tag is added at the end, and none moves or goes', () => {
    expect(kept.map((_, number) => tagOfNumber(number))).toEqual(kept);
    expect(kept.map(tagNumber)).toEqual(kept.map((_, number) => number));
    // A new tag's number must be kept here, too, before any row names it.
    expect(tagCount).toBe(kept.length);
  });

  it('keeps it in short lists, too', () => {
    expect(SecurityClass.options).toEqual(['general', 'important', 'core', 'state-secret', 'work-secret']);
    expect(DeliveryMode.options).toEqual(['raw', 'api', 'sandbox', 'privacy-computing', 'model-only']);
    const frequencies = ['once', 'yearly', 'quarterly', 'monthly', 'weekly', 'daily', 'hourly', 'realtime'];
    expect(UpdateFrequency.options).toEqual(frequencies);
    expect(priceModels).toEqual(['free', 'one-off', 'subscription', 'per-call', 'negotiable']);
  });
});
