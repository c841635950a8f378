import * as z from 'zod';
import { ListingStatus } from '../../domain/listing/parts.ts';
import { PageParameters } from '../_runtime/page-parameters.ts';

/** Which of one's own listings. */
export const ListingQuery = z.strictObject({ ...PageParameters, status: ListingStatus.optional() });
