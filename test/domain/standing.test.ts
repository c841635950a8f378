import { describe, expect, test } from 'vitest';
import { judge } from '../../domain/matching/match.ts';
import { defaultWeights } from '../../domain/matching/weights.ts';
import {
  describe as describeItself,
  erase,
  reinstateOrganization,
  suspendOrganization,
  verify,
} from '../../domain/organization/lifecycle.ts';
import { OrganizationInput, OrganizationProfileInput } from '../../domain/organization/organization.ts';
import { isJudgedAlike, partyOf } from '../../domain/organization/party.ts';
import { Instant } from '../../domain/time.ts';
import { aDemand } from '../builders/demand.ts';
import { now } from '../builders/moment.ts';
import { anOffer } from '../builders/offer.ts';
import { anOrganization } from '../builders/organization.ts';
import { aParty, aSupplier, someFacts } from '../builders/party.ts';

const note = 'Send the extract from the register.';
const later = Instant.parse('2026-11-24T08:00:00.000Z');
const profile = { name: 'Renamed', kind: 'private', jurisdiction: 'CN' };

describe('a suspended organization', () => {
  const suspended = suspendOrganization(anOrganization(), note, now);

  test('has the note and since when; the same note changes nothing, another leaves since when', () => {
    expect(suspended).toMatchObject({ suspension: { note, suspendedAt: now }, version: 2 });
    expect(suspendOrganization(suspended, note, later)).toBe(suspended);
    expect(suspendOrganization(suspended, 'Other', later).suspension).toEqual({ note: 'Other', suspendedAt: now });
  });

  test('stays so whatever it says of itself, and whatever the operator verifies', () => {
    const [input, own] = [OrganizationInput.parse(profile), OrganizationProfileInput.parse(profile)];
    expect(verify(suspended.id, input, suspended, later).suspension).toEqual(suspended.suspension);
    expect(describeItself(suspended.id, own, suspended, later).suspension).toEqual(suspended.suspension);
  });

  test('is let in again once, as it was', () => {
    const back = reinstateOrganization(suspended, later);
    expect(back).toEqual({ ...anOrganization(), version: 3, updatedAt: later });
    expect(reinstateOrganization(back, later)).toBe(back);
  });

  test('is out for good once its data was deleted', () => {
    const erased = erase(suspended, note, later);
    expect(reinstateOrganization(erased, later)).toBe(erased);
  });

  test('is judged otherwise, as one whose listings are not open, on either side', () => {
    expect(isJudgedAlike(anOrganization(), suspended)).toBe(false);
    expect(partyOf(suspended).suspended).toBe(true);
    const reasons = (facts: Parameters<typeof someFacts>[0]) =>
      judge(anOffer(), aDemand(), someFacts(facts), defaultWeights).criteria.map(({ reason }) => reason.code);
    expect(reasons({ supplier: aSupplier({ suspended: true }) })).toContain('offer-not-open');
    expect(reasons({ buyer: aParty({ suspended: true }) })).toContain('demand-not-open');
  });
});
