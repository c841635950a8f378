/** Settings of an SDK client for a server on this machine. Credentials are never checked here, but the SDK wants some. */
export function localClient(endpoint: string, region: string, accessKeyId = 'LOCALZONE') {
  return { endpoint, region, credentials: { accessKeyId, secretAccessKey: 'local' }, maxAttempts: 3 };
}
