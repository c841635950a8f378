import { describe, expect, it } from 'vitest';
import { match } from '../../functions/_openapi/examples/matches.ts';
import { type HttpAnswer, jsonAnswer } from '../../functions/_runtime/http-answer.ts';
import { httpLambda } from '../../functions/_runtime/http-lambda.ts';
import { makeLogger } from '../../functions/_runtime/logger.ts';
import { notFound, Problem } from '../../functions/_runtime/problem.ts';
import { httpEvent, lambdaContext } from '../functions/lambda-events.ts';
import { complaints } from './contract.ts';

const logger = makeLogger('test');

/** What the contract has against an answer to `GET /v1/matches/{id}`. */
async function complaintsAbout(handle: () => HttpAnswer, path = '/v1/matches/match-1') {
  const event = httpEvent('GET /v1/matches/{id}', { body: {}, language: 'en', organization: 'org-a', scope: 'member' });
  const answer = await httpLambda(logger, async () => handle())(event, lambdaContext);
  const headers = new Headers(Object.entries(answer.headers ?? {}).map(([name, value]) => [name, String(value)]));
  return complaints({ method: 'GET', path, status: answer.statusCode ?? 0, headers, text: answer.body ?? '' });
}

const throwing = (problem: Problem) => () => {
  throw problem;
};

describe('an answer', () => {
  it('of the document is in the contract', async () => {
    expect(await complaintsAbout(() => jsonAnswer(200, match))).toEqual([]);
    expect(await complaintsAbout(throwing(notFound()))).toEqual([]);
  });

  it.each([
    ['with a property too many', { ...match, offer: { ...match.offer, organizationId: 'org-b' } }],
    ['with a property of another type', { ...match, score: '87' }],
    ['with a property too few', { ...match, foundAt: undefined }],
    ['with a time in another spelling', { ...match, foundAt: '2026-11-26T08:00:00Z' }],
  ])('%s is not', async (_, body) => {
    expect(await complaintsAbout(() => jsonAnswer(200, body))).toHaveLength(1);
  });

  it('of a status, a media type or a problem that the operation does not have is not', async () => {
    expect(await complaintsAbout(() => jsonAnswer(202, match))).toHaveLength(1);
    expect(await complaintsAbout(() => jsonAnswer(200, match, { 'content-type': 'text/json' }))).toHaveLength(1);
    expect(await complaintsAbout(throwing(new Problem('key-reused', { zh: '。', en: '.' })))).toHaveLength(1);
    expect(await complaintsAbout(() => ({ statusCode: 200 }))).not.toEqual([]);
  });

  it('with a header too many, without one that must be there, or without its protection is not', async () => {
    expect(await complaintsAbout(() => jsonAnswer(200, match, { 'x-stack': 'at' }))).toHaveLength(1);
    const { headers: _, ...bare } = jsonAnswer(200, match);
    expect(await complaintsAbout(() => ({ ...bare, headers: { 'content-type': 'application/json' } }))).toHaveLength(1);
    const lax = { 'content-security-policy': "default-src 'self'" };
    expect(await complaintsAbout(() => jsonAnswer(200, match, lax))).toHaveLength(1);
  });

  it('at a path that no operation has is not, unless the gateway says so', async () => {
    expect(await complaintsAbout(() => jsonAnswer(200, match), '/v1/match/match-1')).toHaveLength(1);
  });

  it('to what nobody expected says neither what went wrong nor where', async () => {
    const failing = httpLambda(logger, async () => {
      throw new TypeError('secret of the inside');
    });
    const event = httpEvent('GET /v1/matches', { body: {}, language: 'en', organization: 'org-a', scope: 'member' });
    const answer = await failing(event, lambdaContext);
    expect(answer.statusCode).toBe(500);
    expect(JSON.stringify(answer)).not.toMatch(/secret|TypeError|\bat \/|\.ts/);
  });
});
