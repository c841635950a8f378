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

export const replay = { id: replayId, state: 'judging', asked: 1200, judged: 340, changed: 2 };
export const replayRequest = { of: 'organization', id: 'org-transit' };
