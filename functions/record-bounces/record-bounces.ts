import { consequenceOf } from '../../domain/contact/delivery-report.ts';
import type { Stop } from '../../domain/contact/stop.ts';
import { contactDigest } from '../_runtime/ids.ts';
import type { Deps } from './deps.ts';
import type { SesEvent } from './ses-event.ts';

type Told = {
  readonly address: string;
  readonly code: string;
  /** Why it is mailed no more, where it is. */
  readonly stop?: Stop['cause'] | undefined;
};

/** What is told of each reader. A bounce that SES calls permanent is so for the address; what is late or full may be taken later. */
function toldIn({ detail }: SesEvent): readonly Told[] {
  switch (detail.eventType) {
    case 'Bounce': {
      const { bounceType, bounceSubType, bouncedRecipients } = detail.bounce;
      const stop = bounceType === 'Permanent' ? 'hard-bounce' : undefined;
      return bouncedRecipients.map(({ emailAddress, status }) => ({
        address: emailAddress,
        code: status ?? bounceSubType,
        stop,
      }));
    }
    case 'Complaint': {
      const { complainedRecipients, complaintFeedbackType, complaintSubType } = detail.complaint;
      const type = complaintFeedbackType ?? complaintSubType ?? 'complaint';
      return complainedRecipients.map(({ emailAddress: address }) => ({
        address,
        ...consequenceOf({ kind: 'complaint', address, type }),
      }));
    }
    case 'DeliveryDelay': {
      const { delayType, delayedRecipients } = detail.deliveryDelay;
      return delayedRecipients.map(({ emailAddress: address }) => ({ address, code: delayType }));
    }
  }
}

/** Does what follows from what SES tells of a mail: stops addresses that bounce for good or complain, and notes the rest. */
export const recordBounces = ({ access, logger, stopping }: Omit<Deps, 'park'>) => {
  const stopAddress = stopping(access);
  return async (event: SesEvent): Promise<void> => {
    for (const { address, code, stop } of toldIn(event)) {
      if (stop === undefined) logger.info('bounce noted', { contact: contactDigest(address), code });
      else await stopAddress(address, stop, code);
    }
  };
};
