const replayId = 'replay-0b7f4c1ae2d94a53b1c65d2c8e7f9a10';
const messageId = '5fea7756-0ea4-451a-a703-a558b933e274';

export const parkedMessages = {
  queues: [
    {
      queue: 'match-requests',
      comesFrom: 'queue',
      held: 1,
      messages: [
        {
          id: messageId,
          since: '2026-11-23T08:00:00.000Z',
          reason: 'failed',
          type: 'match-requested.v1',
          event: 'offer-2f6c1f0d8a3b4c5d9e7f60718293a4b5.v3',
        },
      ],
    },
  ],
};

export const putBack = { queues: [{ queue: 'match-requests', putBack: 1, left: 0 }] };
export const putBackRequest = { queue: 'match-requests' };
export const parkedDeletion = { queue: 'match-requests', id: messageId, note: 'Its listing is gone.' };

const jws = 'eyJhbGciOiJFZERTQSJ9.eyJ6b25lIjoiY24tYmotZGF0YS1waWxvdCJ9.c2lnbmF0dXJl';

export const exportPage = { lines: ['{"table":"organizations","record":{"id":"org-transit"}}'], statement: jws };
export const deletionRequest = { note: 'Asked for by letter of 2026-11-20.', export: jws };
export const deletion = {
  state: 'done',
  removed: { listings: 3, history: 7, matches: 2, deliveries: 4, invitations: 1, preferences: 1, 'kept-matches': 2 },
  statement: jws,
};
export const proofKeys = {
  keys: [
    {
      kty: 'OKP',
      crv: 'Ed25519',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
      use: 'sig',
      alg: 'EdDSA',
    },
  ],
};

export const replay = { id: replayId, state: 'judging', asked: 1200, judged: 340, changed: 2 };
export const replayRequest = { of: 'organization', id: 'org-transit' };
