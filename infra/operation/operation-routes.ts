import type { RouteTo } from '../intake/routes.ts';

export type OperationFolder =
  | 'suspend-organization'
  | 'export-organization'
  | 'delete-organization'
  | 'read-proof-keys'
  | 'keep-parked-messages'
  | 'start-replay';

const operator = 'operator';

/** Routes to what the operator alone does, and to what needs the zone's queues, which are of a stack behind that of the API. */
export const operationRoutes: readonly RouteTo<OperationFolder>[] = [
  { method: 'PUT', path: '/v1/organizations/{id}/suspension', folder: 'suspend-organization', access: operator },
  { method: 'DELETE', path: '/v1/organizations/{id}/suspension', folder: 'suspend-organization', access: operator },
  { method: 'GET', path: '/v1/organizations/{id}/export', folder: 'export-organization', access: operator },
  { method: 'POST', path: '/v1/organizations/{id}/deletion', folder: 'delete-organization', access: operator },
  { method: 'GET', path: '/v1/proof-keys', folder: 'read-proof-keys', access: 'open' },
  { method: 'GET', path: '/v1/parked-messages', folder: 'keep-parked-messages', access: operator },
  { method: 'POST', path: '/v1/parked-messages/redrive', folder: 'keep-parked-messages', access: operator },
  { method: 'POST', path: '/v1/parked-messages/deletion', folder: 'keep-parked-messages', access: operator },
  { method: 'POST', path: '/v1/replays', folder: 'start-replay', access: operator },
  { method: 'GET', path: '/v1/replays/{id}', folder: 'start-replay', access: operator },
  { method: 'POST', path: '/v1/reconciliations', folder: 'start-replay', access: operator },
  { method: 'GET', path: '/v1/reconciliations/{id}', folder: 'start-replay', access: operator },
];
