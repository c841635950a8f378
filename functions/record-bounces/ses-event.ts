import * as z from 'zod';

const Reader = z.looseObject({
  emailAddress: z.email().max(254),
  action: z.string().optional(),
  status: z.string().optional(),
  diagnosticCode: z.string().optional(),
});

const Bounce = z.looseObject({
  eventType: z.literal('Bounce'),
  bounce: z.looseObject({
    bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']),
    bounceSubType: z.string().max(64),
    bouncedRecipients: z.array(Reader),
  }),
});

const Complaint = z.looseObject({
  eventType: z.literal('Complaint'),
  complaint: z.looseObject({
    complainedRecipients: z.array(Reader),
    complaintFeedbackType: z.string().max(64).nullish(),
    complaintSubType: z.string().max(64).nullish(),
  }),
});

const Delay = z.looseObject({
  eventType: z.literal('DeliveryDelay'),
  deliveryDelay: z.looseObject({ delayType: z.string().max(64), delayedRecipients: z.array(Reader) }),
});

/** What SES tells of a mail through EventBridge (Amazon SES developer guide, "Event data that Amazon SES publishes to EventBridge"). */
export const SesEvent = z.looseObject({
  source: z.literal('aws.ses'),
  detail: z.discriminatedUnion('eventType', [Bounce, Complaint, Delay]),
});
export type SesEvent = z.infer<typeof SesEvent>;
