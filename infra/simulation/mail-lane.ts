import { shareOf } from './market.ts';
import type { Setup } from './setup.ts';

/** So many contacts are mailed at all, of so many buyers. */
const contactsOf = ({ market, figures }: Setup): number =>
  (market.demands / figures.listingsAnOrganization) * figures.contactsABuyer;

/**
 * Mails that wait to leave. Each match of a new offer is a mail to its buyer's contacts, as at a small rate hardly two are
 * collected, and all matches of a new demand are one; until each contact has had what it gets in a day as matches are found.
 */
export class MailLane {
  private readonly setup: Setup;
  private readonly came: { readonly second: number; many: number }[] = [];
  private head = 0;
  private toldToday = 0;

  constructor(setup: Setup) {
    this.setup = setup;
  }

  /** Mails of what was judged, as long as its contacts take them. */
  mailsOf(posts: number, openOfOffer: number): number {
    const { market, figures } = this.setup;
    const offers = posts * shareOf(market, 'offer');
    return (offers * openOfOffer + (posts - offers)) * figures.contactsABuyer;
  }

  /** Has them wait; answers how many of them that are, as nobody is mailed more than so often in a day. */
  add(second: number, mails: number): number {
    const most = contactsOf(this.setup) * this.setup.instantMailsADay - this.toldToday;
    const many = Math.min(mails, Math.max(0, most));
    this.toldToday += many;
    if (many > 0) this.came.push({ second, many });
    return many;
  }

  /** Sends what may leave in so many seconds; answers how many mails that were. */
  send(seconds: number): number {
    let left = (this.setup.mailsAMinute / 60) * seconds;
    const most = left;
    for (let next = this.came[this.head]; next && left > 0; next = this.came[this.head]) {
      const sent = Math.min(left, next.many);
      next.many -= sent;
      left -= sent;
      if (next.many > 1e-9) break;
      this.head++;
    }
    return most - left;
  }

  ageAt(second: number): number {
    const oldest = this.came[this.head];
    return oldest ? Math.max(0, second - oldest.second) : 0;
  }
}
