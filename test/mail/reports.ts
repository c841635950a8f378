type Told = {
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
  readonly original?: string;
  /** The mark of the mail that comes back. */
  readonly mark?: string;
};

const lines = (...all: readonly string[]): string => all.join('\r\n');

/** A report as multipart/report has it: a text, what programs read, and the mail that it is about. */
export const reportOf = (reportType: string, partType: string, fields: string, returned: string): string =>
  lines(
    'From: Mail Delivery System <mailer-daemon@relay.example>',
    'To: bounces@zone.example',
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${reportType}; boundary="part"`,
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Told for people.',
    '--part',
    `Content-Type: ${partType}`,
    '',
    fields,
    '--part',
    'Content-Type: text/rfc822-headers',
    '',
    returned,
    '--part--',
    '',
  );

/** Folded, as a mail system may have it. */
const marked = (mark: string | undefined): readonly string[] =>
  mark === undefined ? [] : ['X-Zonematch-Mail:', ` ${mark}`];

/** A report of a delivery (RFC 3464), as Postfix writes it. */
export const bounceOf = (
  address: string,
  { action = 'failed', status = '5.1.1', diagnostic, original, mark }: Told = {},
): string =>
  reportOf(
    'delivery-status',
    'message/delivery-status',
    lines(
      'Reporting-MTA: dns; relay.example',
      'Arrival-Date: Mon, 23 Nov 2026 08:00:00 +0000',
      '',
      `Final-Recipient: rfc822; ${address}`,
      ...(original === undefined ? [] : [`Original-Recipient: rfc822;${original}`]),
      `Action: ${action}`,
      `Status: ${status}`,
      ...(diagnostic === undefined ? [] : [`Diagnostic-Code: smtp; ${diagnostic}`]),
    ),
    lines(`To: ${original ?? address}`, 'From: zone@zone.example', ...marked(mark)),
  );

/** A complaint (RFC 5965); most who send one leave out whose it is. */
export const complaintOf = (address: string, type = 'abuse', named = false, mark?: string): string =>
  reportOf(
    'feedback-report',
    'message/feedback-report',
    lines(
      `Feedback-Type: ${type}`,
      'User-Agent: SomeGenerator/1.0',
      'Version: 1',
      ...(named ? [`Original-Rcpt-To: <${address}>`] : []),
    ),
    lines(`To: <${address}>`, 'From: zone@zone.example', ...marked(mark)),
  );
