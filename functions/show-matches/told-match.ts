import { type RecipientAccess, recipientAccess } from '../../domain/access/access.ts';
import { isDemand } from '../../domain/listing/listing.ts';
import type { Match } from '../../domain/match/match.ts';
import { type MatchLink, matchToken } from '../_links/reader-tokens.ts';
import { viewOf } from '../_mail/match-view.ts';
import { readFoundMatches } from '../_notification/found-matches.ts';
import { type Reading, troublePage } from '../_pages/page.ts';
import { LinkAsked } from '../_requests/link-query.ts';
import type { HttpAnswer } from '../_runtime/http-answer.ts';
import { type HttpEvent, requestLocale } from '../_runtime/http-request.ts';
import { addressDigest, shortDigest } from '../_runtime/ids.ts';
import type { Deps } from './deps.ts';
import { endedPage, gonePage, toldPage, toldPlace } from './told-page.ts';

/**
 * The page behind the link of a match in a mail: what the mail showed of it, made by what makes the mail, as long as the
 * match is open, its offer says what was judged, and the address is a confirmed contact of the buyer.
 */
export const toldMatch = (deps: Deps) => {
  const { audit, clock, deliveries, disclose, listings, matches, organizations } = deps;
  const readFound = readFoundMatches({ ...deps, access: disclose });

  async function isContact(access: RecipientAccess): Promise<boolean> {
    const { contacts = [] } = (await organizations.get(access, access.organization)) ?? {};
    return contacts.some(({ email, confirmed }) => confirmed && addressDigest(email) === access.contact);
  }

  async function ended(access: RecipientAccess, { id, demandId }: Match, reading: Reading): Promise<HttpAnswer> {
    const told = await deliveries.get(access, demandId, id, shortDigest(access.contact));
    return endedPage(deps, reading, told?.title);
  }

  async function show(access: RecipientAccess, match: Match, reading: Reading): Promise<HttpAnswer> {
    const demand = await listings.get(disclose, match.demandId);
    if (!demand || !isDemand(demand)) return ended(access, match, reading);
    const [found] = await readFound(demand, [match.id]);
    if (!found?.isAsJudged) return ended(access, match, reading);
    const { offerId: subject, offerVersion: version, matchId } = found;
    const contact = shortDigest(access.contact);
    const to = access.organization;
    await audit.record(access, [{ subject, version, at: clock(), act: 'match-read', to, contact, matchId }]);
    const view = viewOf(found, reading.locale, { match: () => toldPlace });
    return toldPage(deps, reading, view, { matchId, demandId: demand.id, demandTitle: demand.title });
  }

  async function answer(event: HttpEvent, link: MatchLink, reading: Reading): Promise<HttpAnswer> {
    const { requestId, http } = event.requestContext;
    const { organizationId: organization, contact, matchId } = link;
    const from = { requestId, address: http.sourceIp };
    const access = recipientAccess({ organization, contact, matchId, from });
    if (!(await isContact(access))) return gonePage(deps, reading);
    const match = await matches.get(access, matchId);
    return match ? show(access, match, reading) : endedPage(deps, reading, undefined);
  }

  return async (event: HttpEvent): Promise<HttpAnswer> => {
    const { token, lang } = LinkAsked.parse(event.queryStringParameters ?? {});
    const reading = { locale: lang ?? requestLocale(event), place: toldPlace, query: { token } };
    const link = await matchToken.read(token, deps.keys, clock());
    if (link === 'invalid' || link === 'expired') return troublePage(deps, reading, link);
    return answer(event, link, reading);
  };
};
