import * as z from 'zod';
import { secondsOf } from '../../domain/time.ts';
import { signedToken } from '../_links/signed-token.ts';
import { SignInQuery } from '../_requests/sign-in.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, requestLocale } from '../_runtime/http-request.ts';
import { redirectAnswer } from '../_runtime/page-lambda.ts';
import { type Cookie, cookieOf, dropCookie, setCookie } from '../_sessions/cookies.ts';
import { sessionCookie, sessionSeconds, sessionToken } from '../_sessions/session.ts';
import { leadsToOperator, listPath, wayBack } from '../_sessions/way-back.ts';
import type { Deps } from './deps.ts';
import { signInPage } from './sign-in-page.ts';

/** What a browser keeps while somebody signs in: without it, what comes back is nothing (login CSRF). */
const Begun = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  exp: z.int(),
});

const begunToken = signedToken('sign-in', Begun);
const begunSeconds = 10 * 60;
const Asked = z.object({ to: SignInQuery.shape.to.default(listPath).catch(listPath) });

/** The operator's page is asked for as the operator, all others as a member. */
const askedAs = (to: string) => (leadsToOperator(to) ? 'operator' : 'member');

/** Signing in at the zone's identity provider, for the pages that show more than a mail does; and out again. */
export const signIn = (deps: Deps) => {
  const { clock, issuer, keys, logger, publicBaseUrl } = deps;
  const begunCookie: Cookie = { name: 'zonematch-sign-in', publicBaseUrl };
  const returnAddress = `${publicBaseUrl}/v1/sign-in/return`;

  async function begin(event: HttpEvent): Promise<HttpAnswer> {
    const to = wayBack(Asked.parse(event.queryStringParameters ?? {}).to);
    const { address, ...asked } = await issuer.begin(returnAddress, askedAs(to));
    const token = await begunToken.sign({ ...asked, to, exp: secondsOf(clock()) + begunSeconds }, keys);
    return redirectAnswer(address, [setCookie(begunCookie, token, begunSeconds)]);
  }

  async function personReturned(event: HttpEvent, begun: z.infer<typeof Begun>) {
    try {
      return await issuer.finish(new URL(`${returnAddress}?${event.rawQueryString}`), begun, askedAs(begun.to));
    } catch (error) {
      // Its message may quote what came back: the name says enough.
      logger.warn('sign-in refused', { errorName: error instanceof Error ? error.name : 'unknown' });
      return 'refused';
    }
  }

  async function finish(event: HttpEvent): Promise<HttpAnswer> {
    const locale = requestLocale(event);
    const begun = await begunToken.read(cookieOf(event, begunCookie), keys, clock());
    if (begun === 'invalid' || begun === 'expired') return signInPage(deps, locale, 'refused', listPath);
    const person = await personReturned(event, begun);
    if (person === 'refused' || !person) {
      return signInPage(deps, locale, person === 'refused' ? 'refused' : 'no-member', begun.to);
    }
    const { organizationId, as, caller } = person;
    const now = secondsOf(clock());
    // No longer than the token: what the identity provider ends is not gone on with here.
    const exp = Math.min(person.exp, now + sessionSeconds);
    const session = { organizationId, ...(as === 'operator' && { as }), ...(caller !== undefined && { caller }), exp };
    logger.info('signed in', { organizationId });
    const cookies = [
      setCookie(sessionCookie(publicBaseUrl), await sessionToken.sign(session, keys), Math.max(0, exp - now)),
      dropCookie(begunCookie),
    ];
    return redirectAnswer(`${publicBaseUrl}${begun.to}`, cookies);
  }

  function leave(event: HttpEvent): HttpAnswer {
    const page = signInPage(deps, requestLocale(event), 'signed-out', listPath);
    return { ...page, cookies: [dropCookie(sessionCookie(publicBaseUrl))] };
  }

  return async (event: HttpEvent): Promise<HttpAnswer> => {
    if (event.routeKey.startsWith('POST ')) return leave(event);
    return event.routeKey.endsWith('/return') ? finish(event) : begin(event);
  };
};
