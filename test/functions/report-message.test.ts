import { describe, expect, it } from 'vitest';
import { consequenceOf } from '../../domain/contact/delivery-report.ts';
import { readReport } from '../../functions/_contacts/report-message.ts';
import { bounceOf, complaintOf, reportOf } from '../mail/reports.ts';

const gone = 'gone@example.com';
const read = async (message: string | Uint8Array) => (await readReport(Buffer.from(message)))?.reports;
const consequences = async (message: string) => (await read(message))?.map(consequenceOf);

describe('a report of a delivery', () => {
  it('names the reader, what became of the mail and why', async () => {
    const report = await read(bounceOf(gone, { diagnostic: '550 5.1.1\r\n <gone@example.com> unknown' }));
    expect(report).toEqual([
      {
        kind: 'bounce',
        address: gone,
        action: 'failed',
        status: '5.1.1',
        diagnostic: 'smtp; 550 5.1.1 <gone@example.com> unknown',
      },
    ]);
  });

  it('is about the address that was written to, where a mailbox forwards', async () => {
    expect(await read(bounceOf('elsewhere@example.org', { original: gone }))).toMatchObject([{ address: gone }]);
  });

  it.each([
    [{}, { stop: 'hard-bounce', code: '5.1.1' }],
    [
      { status: '5.0.0', diagnostic: '550 5.1.1 no such user' },
      { stop: 'hard-bounce', code: '5.1.1' },
    ],
    [{ status: '5.0.0', diagnostic: '550 blocked' }, { code: '5.0.0' }],
    [{ status: '5.7.1' }, { code: '5.7.1' }],
    [{ status: '5.2.2' }, { code: '5.2.2' }],
    [{ action: 'delayed', status: '4.4.1' }, { code: '4.4.1' }],
    [{ action: 'delayed', status: '5.1.1' }, { code: '5.1.1' }],
    [{ action: 'failed', status: '4.4.7' }, { code: '4.4.7' }],
    [{ action: 'delivered', status: '2.0.0' }, { code: '2.0.0' }],
  ] as const)('%j is followed by %j', async (told, consequence) => {
    expect(await consequences(bounceOf(gone, told))).toEqual([consequence]);
  });
});

describe('a complaint', () => {
  it.each([true, false])(
    'is of the reader that it names, or that the returned mail was written to (named: %s)',
    async (named) => {
      expect(await read(complaintOf(gone, 'abuse', named))).toEqual([
        { kind: 'complaint', address: gone, type: 'abuse' },
      ]);
    },
  );

  it('stops the address, unless it says that the mail is none to complain of', async () => {
    expect(await consequences(complaintOf(gone))).toEqual([{ stop: 'complaint', code: 'abuse' }]);
    expect(await consequences(complaintOf(gone, 'not-spam'))).toEqual([{ code: 'not-spam' }]);
  });
});

describe('what is no report', () => {
  it.each([
    ['nothing', ''],
    ['a text', 'hello'],
    ['a mail', 'From: a@example.com\r\nTo: b@example.com\r\n\r\nStatus: 5.1.1\r\n'],
    ['a report that a mail has attached', bounceOf(gone).replace('multipart/report', 'multipart/mixed')],
    ['a report without a status', bounceOf(gone).replace(/Status: .*/, '')],
    ['a report without a reader', bounceOf('nobody')],
    [
      'a report of more readers than a mail has',
      reportOf(
        'delivery-status',
        'message/delivery-status',
        Array.from(
          { length: 50 },
          (_, index) => `Final-Recipient: rfc822; r${index}@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n`,
        ).join('\r\n'),
        '',
      ),
    ],
    [
      'parts in parts without end',
      Array.from(
        { length: 300 },
        (_, index) => `Content-Type: multipart/report; boundary="b${index}"\r\n\r\n--b${index}`,
      ).join('\r\n'),
    ],
    ['a header without end', `Content-Type: multipart/report; boundary=x\r\nX: ${'y'.repeat(200_000)}\r\n\r\n`],
    ['a complaint of a mail to several', complaintOf(gone).replace(`<${gone}>`, `${gone}, other@example.com`)],
  ])('is understood as none: %s', async (_, message) => {
    expect(await read(message)).toBeUndefined();
  });

  it('is not looked at for long, however many blanks it has', { timeout: 4000 }, async () => {
    const blanks = ' '.repeat(240_000);
    for (const diagnostic of [`${blanks}x`, `a${blanks}x`, `${'\r\n '.repeat(80_000)}x`])
      expect(await read(bounceOf(gone, { diagnostic }))).toMatchObject([{ address: gone, status: '5.1.1' }]);
  });

  it('is understood as none where it is no text either', async () => {
    expect(await read(Uint8Array.from({ length: 4096 }, (_, index) => (index * 89) % 256))).toBeUndefined();
  });
});
