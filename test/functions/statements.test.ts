import { describe, expect, it } from 'vitest';
import { AuditEntry } from '../../domain/audit/audit.ts';
import { exportStatement } from '../../functions/_proofs/export-statement.ts';
import { publicKeyOf } from '../../functions/_proofs/statement.ts';
import { exportCursor } from '../../functions/export-organization/export-page.ts';
import { shownEntry } from '../../functions/export-organization/shown-entry.ts';
import { now } from '../builders/moment.ts';
import { org } from '../stores/ids.ts';

const [secret, other] = ['a'.repeat(64), 'b'.repeat(64)];
const said = {
  zone: 'cn-bj-data-pilot',
  organization: org('org-a'),
  begunAt: now,
  endedAt: now,
  by: { organization: org('zone'), caller: 'officer' },
  counts: { listings: 2 },
  digest: '0'.repeat(64),
};

describe('a statement of a zone', () => {
  it('is read by the key that it was signed with, and by no other', async () => {
    const token = await exportStatement.sign(said, secret);
    expect(await exportStatement.read(token, secret)).toEqual(said);
    expect(await exportStatement.read(token, other)).toBeUndefined();
    expect(await exportStatement.read('no.token.at-all', secret)).toBeUndefined();
  });

  it('is never taken for one of another kind', async () => {
    const progress = {
      organization: org('org-a'),
      begunAt: now,
      position: { stage: 'audit' as const },
      counts: {},
      digest: '',
    };
    const cursor = await exportCursor.sign(progress, secret);
    expect(await exportCursor.read(cursor, secret)).toEqual(progress);
    expect(await exportStatement.read(cursor, secret)).toBeUndefined();
  });

  it('is checked with a public key that says nothing of the secret', async () => {
    const key = await publicKeyOf(secret);
    expect(Object.keys(key).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
    expect(await publicKeyOf(secret)).toEqual(key);
  });
});

describe('a line of the audit record in an export', () => {
  const entry = (by: object, more: object = {}): AuditEntry =>
    AuditEntry.parse({
      subject: 'org-a',
      id: 'entry-1',
      at: now,
      act: 'match-read',
      by,
      from: { requestId: 'request-1', address: '192.0.2.1' },
      contact: 'a'.repeat(32),
      note: 'Looked into.',
      ...more,
    });

  it('is whole where the organization did it', () => {
    const own = entry({ as: 'member', organization: 'org-a', caller: 'somebody' });
    expect(shownEntry(own, org('org-a'))).toBe(own);
  });

  it.each(['member', 'operator'])('says of another %s neither who, from where, nor why', (as) => {
    const shown = JSON.stringify(shownEntry(entry({ as, organization: 'org-b', caller: 'rival' }), org('org-a')));
    for (const secretOfOthers of ['org-b', 'rival', '192.0.2.1', 'Looked into'])
      expect(shown).not.toContain(secretOfOthers);
  });

  it.each(['review-read', 'preview-read', 'verdict-read'])(
    'is not there where another’s %s tells of what it cannot see',
    (act) => {
      const done = { as: 'operator', organization: 'zone', caller: 'officer' };
      expect(shownEntry(entry(done, { act }), org('org-a'))).toBeUndefined();
    },
  );

  it('has no digest of an address that is of another’s contact', () => {
    const shown = shownEntry(
      entry({ as: 'recipient' }, { subject: `offer-${'0'.repeat(32)}`, to: 'org-b' }),
      org('org-a'),
    );
    expect(shown).not.toHaveProperty('contact');
    expect(shown).not.toHaveProperty('to');
  });
});
