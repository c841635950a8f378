import { describe, expect, it } from 'vitest';
import { DemandInput } from '../../domain/demand/demand.ts';
import { OfferInput } from '../../domain/offer/offer.ts';
import { OrganizationInput } from '../../domain/organization/organization.ts';
import { complianceTags } from '../../domain/vocabulary/compliance-tags.ts';
import { DeliveryMode } from '../../domain/vocabulary/delivery-modes.ts';
import { loadMarket } from '../../infra/demo/market.ts';

const { organizations, offers, demands } = await loadMarket();
const listings = [...offers, ...demands].map(({ listing }) => listing);
const purposes = complianceTags.filter(({ kind }) => kind === 'purpose').map(({ id }) => id);
const distinct = (values: readonly (string | number)[]) => [...new Set(values)].sort();

describe('the demo market', () => {
  it('has only listings and records that the API takes', () => {
    for (const { organization } of organizations) OrganizationInput.parse(organization);
    for (const { listing } of offers) OfferInput.parse(listing);
    for (const { listing } of demands) DemandInput.parse(listing);
  });

  it('is large enough to be a market', () => {
    expect(organizations.length).toBeGreaterThanOrEqual(12);
    expect(offers.length).toBeGreaterThanOrEqual(60);
    expect(demands.length).toBeGreaterThanOrEqual(25);
  });

  it('spreads over domains, levels, classes, purposes, jurisdictions and delivery modes', () => {
    expect(distinct(offers.map(({ listing }) => listing.domain)).length).toBeGreaterThanOrEqual(20);
    expect(distinct(offers.map(({ listing }) => listing.securityLevel))).toEqual([1, 2, 3, 4, 5]);
    expect(distinct(offers.map(({ listing }) => listing.securityClass))).toEqual(['general', 'important']);
    expect(distinct(offers.flatMap(({ listing }) => listing.permittedPurposes))).toEqual(distinct(purposes));
    expect(distinct(demands.map(({ listing }) => listing.purpose))).toEqual(distinct(purposes));
    expect(distinct(offers.map(({ listing }) => listing.jurisdiction))).toEqual(
      distinct(['CN', 'CN-GBA9', 'HK', 'MO', 'EU', 'SG']),
    );
    expect(distinct(listings.flatMap(({ deliveryModes }) => deliveryModes))).toEqual(distinct(DeliveryMode.options));
  });

  it('is written in Chinese and, for a third to a half, in English', () => {
    const chinese = listings.filter(({ title }) => /\p{Script=Han}/u.test(title)).length / listings.length;
    expect(chinese).toBeGreaterThan(0.5);
    expect(chinese).toBeLessThan(0.67);
  });

  it('has organizations of every kind, with two affiliates and clearances from 1 to 5', () => {
    const kinds = organizations.map(({ organization }) => organization.kind);
    expect(distinct(kinds)).toEqual(distinct(OrganizationInput.shape.kind.options));
    expect(distinct(organizations.map(({ organization }) => organization.clearance))).toEqual([1, 2, 3, 4, 5]);
    const affiliated = organizations.filter(({ organization }) => organization.affiliates.length > 0);
    expect(affiliated.map(({ id }) => id)).toEqual(
      affiliated.flatMap(({ organization }) => organization.affiliates).reverse(),
    );
    expect(affiliated).toHaveLength(2);
  });

  it('posts nothing for an organization that it does not have, and leaves none idle', () => {
    const posters = distinct([...offers, ...demands].map(({ organization }) => organization));
    expect(posters).toEqual(distinct(organizations.map(({ id }) => id)));
  });

  it('repeats no title and no description', () => {
    expect(new Set(listings.map(({ title }) => title)).size).toBe(listings.length);
    expect(new Set(listings.map(({ description }) => description)).size).toBe(listings.length);
  });

  it('can mail nobody: every address is under a domain kept for examples', () => {
    const addresses = organizations.flatMap(({ organization }) => organization.contacts.map(({ email }) => email));
    expect(addresses.filter((address) => !/[@.]example\.(com|cn|org)$/.test(address))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(organizations.length);
  });

  it('says of every offer where its data comes from and which columns it has', () => {
    for (const { listing } of offers) {
      expect(listing.source?.statement, listing.title).toBeTruthy();
      expect(listing.fields.length, listing.title).toBeGreaterThanOrEqual(3);
    }
  });
});
