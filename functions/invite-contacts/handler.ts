import { InvitationsRequestedV1 } from '../../events/invitations-requested.v1.ts';
import { queueLambda } from '../_runtime/queue-lambda.ts';
import { makeDeps } from './deps.ts';
import { inviteContacts } from './invite-contacts.ts';

const deps = makeDeps();

export const handler = queueLambda({
  logger: deps.logger,
  schema: InvitationsRequestedV1,
  park: deps.park,
  putOff: deps.putOff,
  handle: inviteContacts(deps),
});
