import * as z from 'zod';
import { DemandId } from '../../domain/ids.ts';
import { Locale } from '../../domain/vocabulary/bilingual.ts';
import { PageParameters } from '../_runtime/page-parameters.ts';

/** In which language a page is wanted. */
export const LanguageQuery = z.object({ lang: Locale.optional() });

/** Which matches a page lists. */
export const MatchPagesQuery = LanguageQuery.extend({
  demand: DemandId.optional(),
  cursor: PageParameters.cursor,
});
