import type { HttpEvent } from '../_runtime/http-request.ts';

/** A cookie of the zone's pages. */
export type Cookie = { readonly name: string; readonly publicBaseUrl: string };

const isSecure = ({ publicBaseUrl }: Cookie): boolean => publicBaseUrl.startsWith('https:');

/** Over https no other host can have set it (RFC 6265bis, 4.1.3.2); a local zone speaks http. */
const nameOf = (cookie: Cookie): string => (isSecure(cookie) ? `__Host-${cookie.name}` : cookie.name);

const longest = 4000;

/** What a cookie says; empty where it was not sent, and where it came twice. */
export function cookieOf({ cookies = [] }: HttpEvent, cookie: Cookie): string {
  const start = `${nameOf(cookie)}=`;
  const values = cookies.filter((one) => one.startsWith(start)).map((one) => one.slice(start.length));
  const [value = ''] = values;
  return values.length === 1 && value.length <= longest ? value : '';
}

/** Has a browser keep a cookie for a while: no script reads it, and no other site's form or frame comes with it. */
export const setCookie = (cookie: Cookie, value: string, seconds: number): string =>
  [
    `${nameOf(cookie)}=${value}`,
    'Path=/',
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure(cookie) ? ['Secure'] : []),
  ].join('; ');

/** Has a browser forget a cookie. */
export const dropCookie = (cookie: Cookie): string => setCookie(cookie, '', 0);
