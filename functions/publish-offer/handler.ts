import { OfferInput } from '../../domain/offer/offer.ts';
import { publishRoute } from '../_listings/publish-route.ts';
import { httpLambda } from '../_runtime/http-lambda.ts';
import { makeDeps } from './deps.ts';
import { publishOffer } from './publish-offer.ts';

const deps = makeDeps();

export const handler = httpLambda(
  deps.logger,
  publishRoute('offer', OfferInput, publishOffer(deps), deps.countRequest),
);
