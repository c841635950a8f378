import type { OutgoingMail } from '../../functions/_adapters/mail/mailer.ts';
import type { Sender } from '../../functions/_adapters/mail/message.ts';
import type { SmtpSettings } from '../../functions/_adapters/mail/smtp-settings.ts';

export const sender: Sender = {
  name: { zh: '北京数据基础制度先行区', en: 'Beijing Pilot Zone' },
  address: 'noreply@zone.example',
  replyTo: 'desk@zone.example',
  bounces: 'bounces@zone.example',
};

export const login = { username: 'zone', password: 'correct horse' };

export const outgoing: OutgoingMail = {
  to: 'buyer@example.com',
  locale: 'zh-CN',
  subject: '《信用数据》有 1 条新的匹配数据',
  html: '<p>匹配</p>',
  text: '匹配\n',
  messageId: '<match-1.v3@zone.example>',
  thread: '<demand-1@zone.example>',
  headers: { 'List-Unsubscribe': '<https://zone.example/stop>' },
};

/** How a server on this machine is reached. */
export const smtpSettings = (port: number, authority: string): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  security: 'tls',
  authority,
  sender,
  ...login,
});
