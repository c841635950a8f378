import pMap from 'p-map';
import { type MailHour, type Rhythm, rhythmOf } from '../../domain/contact/rhythm.ts';
import type { Demand } from '../../domain/demand/demand.ts';
import type { Contact, Organization } from '../../domain/organization/organization.ts';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import { addressDigest, contactDigest } from '../_runtime/ids.ts';
import type { TellingDeps } from './telling-deps.ts';

/** How many contacts are looked up at a time: an organization has twenty at the most. */
const readsAtOnce = 20;

/** Somebody who may be mailed of a demand's matches. */
export type Recipient = {
  readonly email: string;
  readonly locale: Locale;
  /** The short digest of the address, for keys and logs. */
  readonly digest: string;
  /** The digest that means this one address alone. */
  readonly address: string;
  readonly rhythm: Rhythm;
};

/** Whoever may be mailed of a demand's matches, and at which hour a day's mail goes out. */
export type Recipients = { readonly all: readonly Recipient[]; readonly mailHour: MailHour };

type Deps = Pick<TellingDeps, 'access' | 'organizations' | 'preferences' | 'stops' | 'timeZone' | 'logger'>;

/** The confirmed contacts of a demand's buyer that are not stopped, with what each of them wants. */
export const readRecipients = ({ access, organizations, preferences, stops, timeZone, logger }: Deps) => {
  async function recipient(
    { id }: Organization,
    demand: Demand,
    { email, locale }: Contact,
  ): Promise<readonly Recipient[]> {
    const address = addressDigest(email);
    const [wanted, stop] = await Promise.all([preferences.get(access, id, address), stops.get(access, address)]);
    const digest = contactDigest(email);
    if (stop) {
      logger.info('contact is stopped', { organizationId: id, contact: digest, cause: stop.cause });
      return [];
    }
    const rhythm = rhythmOf(demand, wanted?.matches ?? 'as-posted');
    return [{ email, locale: wanted?.locale ?? locale, digest, address, rhythm }];
  }

  return async (demand: Demand): Promise<Recipients> => {
    const buyer = await organizations.get(access, demand.organizationId);
    const confirmed = buyer?.contacts.filter((contact) => contact.confirmed) ?? [];
    if (!buyer || confirmed.length === 0) logger.warn('buyer has no confirmed contact', { demandId: demand.id });
    const found = await pMap(confirmed, (contact) => (buyer ? recipient(buyer, demand, contact) : []), {
      concurrency: readsAtOnce,
    });
    const { hour, timeZone: own = timeZone } = buyer?.dailyMail ?? { hour: 0 };
    return { all: found.flat(), mailHour: { hour, timeZone: own } };
  };
};
