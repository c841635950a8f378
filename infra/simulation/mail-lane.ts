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

  /** Mails of so many posts, of which each has found so much, as far as contacts take any more of them today. */
  mailsOf(posts: number, open: number): number {
    const { market, figures, instantMailsADay } = this.setup;
    const offers = posts * shareOf(market, 'offer');
    const mails = (offers * open + (open > 0 ? posts - offers : 0)) * figures.contactsABuyer;
    return Math.min(mails, Math.max(0, contactsOf(this.setup) * instantMailsADay - this.toldToday));
  }

  add(second: number, many: number): void {
    this.toldToday += many;
    if (many > 0) this.came.push({ second, many });
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
