import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { domain } from '../../domain/matching/criteria/domain.ts';
import { actionAreas } from '../../domain/vocabulary/action-areas.ts';
import { complianceTags, PurposeId, TagId, tagRow, withImplied } from '../../domain/vocabulary/compliance-tags.ts';
import sources from '../../domain/vocabulary/data/compliance-tag-sources.json' with { type: 'json' };
import { domainRelation, linkingArea, relatedDomains } from '../../domain/vocabulary/domain-relations.ts';
import { DomainCode, industries, industry, sectionOf } from '../../domain/vocabulary/industries.ts';
import {
  isNeverListed,
  SecurityClass,
  securityLevels,
  tradabilityEditions,
  tradabilityOf,
} from '../../domain/vocabulary/security-levels.ts';
import { sourcedTags } from '../../domain/vocabulary/tag-sources.ts';
import { aDemand } from '../builders/demand.ts';
import { anOffer } from '../builders/offer.ts';
import { someFacts } from '../builders/party.ts';
import { domainCodes, tagIds } from './arbitraries.ts';

const everyId = complianceTags.map((row) => row.id);

describe('compliance tags', () => {
  test('are 182, each once, with a name in both languages', () => {
    expect(everyId.length).toBe(182);
    expect(new Set(everyId).size).toBe(182);
    for (const row of complianceTags) {
      expect(row.zh).not.toBe('');
      expect(row.en).not.toBe('');
    }
  });

  test('say each once where they stand written, and nothing of a tag that there is not', () => {
    expect(sourcedTags.map((row) => row.id)).toEqual(everyId);
    expect(sources.rows.map((row) => row.id)).toEqual(everyId);
    for (const row of sourcedTags) expect(row.source, row.id).not.toBe('');
  });

  test('refer only to tags that exist', () => {
    for (const row of complianceTags) {
      for (const id of [...row.implies, ...row.conflicts, ...row.requires])
        expect(everyId, `${row.id} -> ${id}`).toContain(id);
    }
  });

  test('imply without a cycle', () => {
    for (const row of complianceTags) {
      for (const implied of withImplied(row.implies)) expect(implied).not.toBe(row.id);
    }
  });

  test('imply no conflicting pair, and conflict both ways', () => {
    for (const row of complianceTags) {
      const closure = withImplied([row.id]);
      for (const id of closure) {
        for (const conflict of tagRow(id)?.conflicts ?? [])
          expect(closure.has(conflict), `${row.id}: ${id}`).toBe(false);
      }
      for (const conflict of row.conflicts) expect(tagRow(conflict)?.conflicts).toContain(row.id);
    }
  });

  test('withImplied is a closure: it holds what it was given, and a second time adds nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...everyId)), (ids) => {
        const once = withImplied(ids);
        for (const id of ids) expect(once.has(id)).toBe(true);
        expect(withImplied(once)).toEqual(once);
      }),
    );
  });

  test('withImplied follows implications over several steps, and leaves an unknown tag alone', () => {
    expect([...withImplied(['mlps-3'])].sort()).toEqual(['mlps-1', 'mlps-2', 'mlps-3']);
    expect(withImplied(['spi-face'])).toEqual(new Set(['spi-face', 'spi-biometric', 'spi', 'pi', 'topic-biometric']));
    expect([...withImplied(['no-such-tag'])]).toEqual(['no-such-tag']);
  });

  test('a purpose is no tag of a listing, and a tag no purpose', () => {
    expect(TagId.safeParse('purpose-credit').success).toBe(false);
    expect(PurposeId.safeParse('purpose-credit').success).toBe(true);
    expect(PurposeId.safeParse('mlps-3').success).toBe(false);
    expect(tagIds.every((id) => TagId.safeParse(id).success)).toBe(true);
  });
});

describe('domains', () => {
  const sections = industries.filter((row) => row.parent === null);
  const divisions = industries.filter((row) => row.parent !== null);

  test('are the 20 sections A to T and the 97 divisions 01 to 97', () => {
    expect(sections.map((row) => row.code).join('')).toBe('ABCDEFGHIJKLMNOPQRST');
    const numbers = Array.from({ length: 97 }, (_, index) => String(index + 1).padStart(2, '0'));
    expect(divisions.map((row) => row.code).sort()).toEqual(numbers);
  });

  test('each division belongs to a section, and each section has one', () => {
    for (const row of divisions) expect(industry(row.parent ?? '')?.parent).toBeNull();
    for (const row of sections) expect(divisions.some((division) => division.parent === row.code)).toBe(true);
    expect(sectionOf('66')).toBe('J');
    expect(sectionOf('J')).toBe('J');
    expect(DomainCode.safeParse('98').success).toBe(false);
  });
});

describe('action areas', () => {
  test('are twelve, of domains that exist', () => {
    expect(actionAreas.length).toBe(12);
    expect(new Set(actionAreas.map((area) => area.id)).size).toBe(12);
    for (const area of actionAreas) {
      for (const code of area.sections) expect(industry(code)?.parent, `${area.id} ${code}`).toBeNull();
      for (const code of area.divisions)
        expect(industry(code)?.parent, `${area.id} ${code}`).toEqual(expect.any(String));
    }
  });

  test('name exactly the sections of their divisions', () => {
    for (const area of actionAreas) {
      expect([...area.sections].sort()).toEqual([...new Set(area.divisions.map(sectionOf))].sort());
    }
  });
});

describe('relations of domains', () => {
  const opposite = {
    same: 'same',
    narrower: 'broader',
    broader: 'narrower',
    'same-section': 'same-section',
    linked: 'linked',
    unrelated: 'unrelated',
  };

  test('turn round with the sides, for every pair', () => {
    for (const one of domainCodes) {
      for (const other of domainCodes) {
        expect(domainRelation(other, one)).toBe(opposite[domainRelation(one, other)]);
        expect(linkingArea(one, other)).toBe(linkingArea(other, one));
      }
    }
  });

  test('give the domains to look under exactly where the domain criterion can pass, from either side', () => {
    const facts = someFacts();
    for (const offered of domainCodes) {
      const passing = domainCodes.filter(
        (demanded) =>
          domain.judge(anOffer({ domain: offered }), aDemand({ domains: [demanded] }), facts).outcome === 'pass',
      );
      expect(relatedDomains(offered)).toEqual(passing);
      for (const demanded of domainCodes) {
        expect(relatedDomains(demanded).includes(offered)).toBe(passing.includes(demanded));
      }
    }
  });

  test('a code that does not exist is looked for nowhere', () => {
    expect(relatedDomains('98')).toEqual([]);
    expect(domainRelation('98', '99')).toBe('unrelated');
  });
});

describe('security levels', () => {
  const [table] = tradabilityEditions;

  test('are 1 to 5', () => {
    expect(securityLevels.map((row) => row.level)).toEqual([1, 2, 3, 4, 5]);
  });

  test('every class has a row, and general data one for every level', () => {
    for (const securityClass of SecurityClass.options) {
      expect(table.rows.some((row) => row.securityClass === securityClass)).toBe(true);
    }
    for (const level of [1, 2, 3, 4, 5]) expect(tradabilityOf(table, 'general', level)).toBeDefined();
    expect(tradabilityOf(table, 'important', 5)?.tradable).toBe('special-approval');
    expect(tradabilityOf(table, 'important', 4)).toBeUndefined();
  });

  test('the evidence that a row asks for are tags', () => {
    for (const row of table.rows) for (const id of row.requireAllOf) expect(tagIds).toContain(id);
  });

  test('a row from general knowledge says so where it is quoted', () => {
    for (const row of table.rows.filter((each) => each.verification === 'general-knowledge')) {
      expect(row.citation.en).toContain('from general knowledge');
      expect(row.citation.zh).toContain('未经核实');
    }
  });

  test('core data and secrets are never listed', () => {
    expect(SecurityClass.options.filter(isNeverListed)).toEqual(['core', 'state-secret', 'work-secret']);
  });
});
