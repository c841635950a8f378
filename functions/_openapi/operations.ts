import type { Operation } from './operation.ts';
import { contactOperations } from './operations/contact-operations.ts';
import { listingOperations } from './operations/listing-operations.ts';
import { mailOperations } from './operations/mail-operations.ts';
import { matchOperations } from './operations/match-operations.ts';
import { memberPageOperations } from './operations/member-page-operations.ts';
import { operationOperations } from './operations/operation-operations.ts';
import { organizationOperations } from './operations/organization-operations.ts';
import { pageOperations } from './operations/page-operations.ts';
import { serviceOperations } from './operations/service-operations.ts';
import { statisticsOperations } from './operations/statistics-operations.ts';

/** Every operation of the API, in the order of the document; a test holds it against the routes of the gateway. */
export const operations: readonly Operation[] = [
  ...listingOperations,
  ...matchOperations,
  ...organizationOperations,
  ...contactOperations,
  ...pageOperations,
  ...mailOperations,
  ...memberPageOperations,
  ...statisticsOperations,
  ...operationOperations,
  ...serviceOperations,
];
