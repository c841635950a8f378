/** The variables of a Lambda that mails buyers. */
export const tellingVariables = {
  ZONE_NAME: JSON.stringify({ zh: '测试区', en: 'Test zone' }),
  PUBLIC_BASE_URL: 'https://api.example.cn',
  TIME_ZONE: 'Asia/Shanghai',
  SMTP_HOST: 'smtp.example.cn',
  SMTP_PORT: '465',
  SMTP_SECURITY: 'tls',
  MAIL_FROM: 'zone@example.cn',
  MAIL_LOGIN_SECRET: 'login',
  MAILS_A_MINUTE: '600',
  INSTANT_MAILS_A_DAY: '2',
  LISTINGS_TABLE: 'listings',
  ORGANIZATIONS_TABLE: 'organizations',
  MATCHES_TABLE: 'matches',
  DELIVERIES_TABLE: 'deliveries',
  AUDIT_TABLE: 'audit',
  USAGE_TABLE: 'usage',
};
