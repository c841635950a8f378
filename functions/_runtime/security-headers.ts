import httpSecurityHeaders from '@middy/http-security-headers';

const day = 24 * 60 * 60;

/** What no answer of ours uses (W3C Permissions Policy). The library's own list has names that browsers complain of. */
export const permissionsPolicy = [
  'accelerometer',
  'camera',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** The headers that keep a browser from making anything of an answer that it is not. */
export const securityHeaders = () =>
  httpSecurityHeaders({
    // Each answer says these two itself.
    contentSecurityPolicy: false,
    permissionsPolicy: false,
    // The host is the gateway's own, so that no list of browsers can have it.
    strictTransportSecurity: { maxAge: 365 * day, includeSubDomains: true, preload: false },
  });
