import * as z from 'zod';
import { PageParameters } from '../_runtime/page-parameters.ts';

export const StopsQuery = z.strictObject(PageParameters);
