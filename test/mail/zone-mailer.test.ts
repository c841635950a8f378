import { describe, expect, it } from 'vitest';
import { TellingEnv } from '../../functions/_notification/telling-env.ts';
import { parseEnv } from '../../functions/_runtime/env.ts';
import { tellingVariables } from '../functions/telling-variables.ts';

const bySes = {
  ...tellingVariables,
  MAIL_TRANSPORT: 'ses',
  SES_REGION: 'ap-southeast-1',
  SES_CONFIGURATION_SET: 'zone',
};
const without = (name: string, variables: Record<string, string>) =>
  Object.fromEntries(Object.entries(variables).filter(([one]) => one !== name));

describe('the variables of a Lambda that mails', () => {
  it.each([
    ['SMTP_HOST', tellingVariables],
    ['SMTP_PORT', tellingVariables],
    ['SMTP_AUTHORITY', tellingVariables],
    ['MAIL_LOGIN_SECRET', tellingVariables],
    ['MAIL_FROM', tellingVariables],
    ['MAIL_TRANSPORT', tellingVariables],
    ['SES_REGION', bySes],
    ['SES_CONFIGURATION_SET', bySes],
  ])('are refused by name where %s is missing', (name, variables) => {
    expect(() => parseEnv(TellingEnv, without(name, variables))).toThrow(`missing or malformed: ${name}`);
  });

  it.each([
    ['SMTP_SECURITY', 'none'],
    ['SMTP_PORT', 'smtp'],
    ['MAIL_BOUNCES', 'nobody'],
    ['MAIL_TRANSPORT', 'post'],
  ])('are refused by name, and not by value, where %s is %j', (name, value) => {
    expect(() => parseEnv(TellingEnv, { ...tellingVariables, [name]: value })).toThrow(name);
  });

  it('are as many as their transport needs', () => {
    expect(parseEnv(TellingEnv, bySes)).toMatchObject({ MAIL_TRANSPORT: 'ses' });
    expect(parseEnv(TellingEnv, bySes)).not.toHaveProperty('SMTP_HOST');
    expect(parseEnv(TellingEnv, tellingVariables)).toMatchObject({ SMTP_PORT: 465, SMTP_AUTHORITY: undefined });
  });
});
