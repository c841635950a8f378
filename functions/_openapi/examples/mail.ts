import { moment } from './listings.ts';

export const stopsPage = {
  items: [{ contact: '5e4d3c2b1a0f9e7d5c3b1a6e4d2c8b0f', cause: 'hard-bounce', code: '5.1.1', at: moment }],
};

/** A report of a delivery as relays return it. */
export const bounceMessage = [
  'From: Mail Delivery System <mailer-daemon@relay.example>',
  'To: bounces@zone.example',
  'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
  '',
  '--part',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; relay.example',
  '',
  'Final-Recipient: rfc822; gone@insurer.example',
  'Action: failed',
  'Status: 5.1.1',
  '--part--',
  '',
].join('\r\n');
