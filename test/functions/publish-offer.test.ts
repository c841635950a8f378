import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { OfferInput } from '../../domain/offer/offer.ts';
import { publishRoute } from '../../functions/_listings/publish-route.ts';
import { httpLambda } from '../../functions/_runtime/http-lambda.ts';
import { makeDeps } from '../../functions/publish-offer/deps.ts';
import { publishOffer } from '../../functions/publish-offer/publish-offer.ts';
import { now } from '../builders/moment.ts';
import { httpEvent, lambdaContext } from './lambda-events.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
const deps = makeDeps({
  LISTINGS_TABLE: 'listings',
  CANDIDATES_TABLE: 'candidates',
  REQUESTS_TABLE: 'requests',
  AUDIT_TABLE: 'audit',
  USAGE_TABLE: 'usage',
  ORGANIZATIONS_TABLE: 'organizations',
  LISTINGS_AN_ORGANIZATION: '1000',
  WRITES_A_MINUTE: '1000',
});
const uncounted = async (): Promise<void> => undefined;
const handler = httpLambda(
  deps.logger,
  publishRoute('offer', OfferInput, publishOffer({ ...deps, clock: () => now }), uncounted),
);

const body = {
  title: '城市货运车辆轨迹统计',
  description: 'Daily counts of freight vehicles by road section.',
  domain: '54',
  securityClass: 'general',
  securityLevel: 2,
  permittedPurposes: ['purpose-public-service'],
  jurisdiction: 'CN',
  deliveryModes: ['api'],
};
const { securityClass: _class, securityLevel: _level, ...ungraded } = body;

async function post(offer: object, language = 'en') {
  const event = httpEvent('POST /v1/offers', { body: offer, language, organization: 'org-supplier', scope: 'member' });
  const answer = await handler(event, lambdaContext);
  return { ...answer, body: z.record(z.string(), z.unknown()).parse(JSON.parse(answer.body ?? '')) };
}

beforeEach(() => {
  dynamo.reset();
  dynamo.on(TransactWriteCommand).resolves({});
});

describe('POST /v1/offers with tags that conflict', () => {
  const tags = { complianceTags: ['quality-report', 'spi-face', { tag: 'anonymized' }, 'anonymization-assessment'] };

  it('is a 422 that points to the later tag and names both, with the tag that implies one; nothing is recorded', async () => {
    const answer = await post({ ...body, ...tags });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json', 'content-language': 'en' });
    expect(answer.body).toMatchObject({ type: 'urn:zonematch:problem:invalid-fields', status: 422 });
    expect(answer.body['errors']).toEqual([
      {
        pointer: '/complianceTags/2',
        code: 'tag-conflict',
        detail:
          'Two compliance tags contradict each other and cannot both hold: “Anonymised” (anonymized); and “Personal information” (pi), implied by “Facial information” (spi-face).',
      },
    ]);
    expect(dynamo.calls()).toEqual([]);
  });

  it('says so in Chinese', async () => {
    const { errors } = (await post({ ...body, ...tags }, 'zh-CN')).body;
    expect(errors).toMatchObject([
      {
        detail:
          '两个合规标签互相矛盾，不能同时成立：“匿名化”（anonymized）；“个人信息”（pi），由所列“人脸信息”（spi-face）蕴含。',
      },
    ]);
  });

  it('names the field that gives the class', async () => {
    const offer = { ...body, securityClass: 'important', securityLevel: 5, complianceTags: ['class-general'] };
    expect((await post(offer)).body['errors']).toMatchObject([
      {
        pointer: '/complianceTags/0',
        detail: expect.stringContaining('and “Important data” (class-important), given by securityClass.'),
      },
    ]);
    expect((await post(offer, 'zh-CN')).body['errors']).toMatchObject([
      { detail: expect.stringContaining('“重要数据”（class-important），由 securityClass 给出。') },
    ]);
  });
});

describe('POST /v1/offers without a tag that another requires', () => {
  it('is a 422 that names both', async () => {
    const offer = { ...body, complianceTags: ['pipia', 'reid-level-4'] };
    expect((await post(offer)).body['errors']).toEqual([
      {
        pointer: '/complianceTags/1',
        code: 'tag-requires',
        detail: expect.stringMatching(
          /^The compliance tag “.+” \(reid-assessment-report\) is not given and must stand beside this one: “.+” \(reid-level-3\), implied by “.+” \(reid-level-4\)\.$/,
        ),
      },
    ]);
    expect((await post(offer, 'zh-CN')).body['errors']).toMatchObject([
      { detail: expect.stringMatching(/^缺少合规标签“.+”（reid-assessment-report），.+（reid-level-4）蕴含。$/) },
    ]);
  });

  it('is a 201 with it', async () => {
    const answer = await post({ ...body, complianceTags: ['pipia', 'reid-level-4', 'reid-assessment-report'] });
    expect(answer.statusCode).toBe(201);
    expect(dynamo.calls()).toHaveLength(1);
  });
});

describe('POST /v1/offers while another transaction is in the way', () => {
  const conflict = new TransactionCanceledException({
    message: '',
    $metadata: {},
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
  });

  it('is tried again until it is a 201', async () => {
    dynamo.on(TransactWriteCommand).rejectsOnce(conflict).rejectsOnce(conflict).resolves({});
    expect((await post(body)).statusCode).toBe(201);
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(3);
  });

  it('is a 500 that asks to try again where that does not end', async () => {
    dynamo.on(TransactWriteCommand).rejects(conflict);
    const answer = await post(body);
    expect(answer).toMatchObject({ statusCode: 500, body: { type: 'urn:zonematch:problem:internal' } });
    expect(answer.body['detail']).toContain('try again later');
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(8);
  });
});

describe('POST /v1/offers with a grade of the supplier’s own scheme', () => {
  it('is a 201 with the class and level of the table, and shows the grade back', async () => {
    const answer = await post({ ...ungraded, nativeGrade: { scheme: 'JRT-0197-2020', grade: '4' } });
    expect(answer.statusCode).toBe(201);
    expect(answer.body).toMatchObject({
      securityClass: 'general',
      securityLevel: 4,
      nativeGrade: { scheme: 'jrt-0197-2020', grade: '4' },
    });
    const [write] = dynamo.commandCalls(TransactWriteCommand);
    expect(write?.args[0].input.TransactItems?.[0]?.Put?.Item).toMatchObject({
      listing: { nativeGrade: { grade: '4' } },
    });
  });

  it('lists the schemes where it names another, in both languages', async () => {
    const offer = { ...ungraded, nativeGrade: { scheme: 'jrt-0197', grade: '4' } };
    const known =
      'gbt-43697-2024, tc260-pg-20212a, jrt-0197-2020, nfra-2024, pboc-2025, jrt-0158-2018, ydt-3813-2020, miit-2022, industrial-2020, gbt-39725-2020, db11-1918-2021, db52-1123-2016, db33-2351-2021, public-data-opening';
    expect((await post(offer)).body['errors']).toEqual([
      {
        pointer: '/nativeGrade/scheme',
        code: 'unknown-scheme',
        detail: `There is no grading scheme “jrt-0197”. Known: ${known}.`,
      },
    ]);
    expect((await post(offer, 'zh-CN')).body['errors']).toMatchObject([
      { detail: `没有名为“jrt-0197”的分级标准。可用：${known.replaceAll(', ', '、')}。` },
    ]);
  });

  it('lists the grades of the scheme where it names another', async () => {
    const offer = { ...ungraded, nativeGrade: { scheme: 'jrt-0197-2020', grade: '6' } };
    expect((await post(offer)).body['errors']).toEqual([
      {
        pointer: '/nativeGrade/grade',
        code: 'unknown-grade',
        detail: 'jrt-0197-2020 has no grade “6”. Known: 1, 2, 3, 4, 5.',
      },
    ]);
    expect((await post(offer, 'zh-CN')).body['errors']).toMatchObject([
      { detail: 'JR/T 0197-2020 金融数据安全 数据安全分级指南没有级别“6”。可用：1、2、3、4、5。' },
    ]);
  });

  it('is told what the table says where class or level say otherwise', async () => {
    const nativeGrade = { scheme: 'miit-2022', grade: 'important' };
    const offer = { ...ungraded, nativeGrade, securityClass: 'general' };
    expect((await post(offer)).body['errors']).toEqual([
      {
        pointer: '/securityClass',
        code: 'contradicts-grade',
        detail:
          'This differs from nativeGrade: the table maps grade “important” of miit-2022 to Important data, level 5 (important data, or the top sector grade) (from general knowledge, not verified). Mend one of the two, or give nativeGrade alone.',
      },
    ]);
    expect((await post(offer, 'zh-CN')).body['errors']).toMatchObject([
      {
        detail: expect.stringContaining(
          'miit-2022 的级别“important”对应为重要数据、5级（重要数据或行业最高级）（来自一般知识，未经核实）',
        ),
      },
    ]);
  });

  it('is refused as core data is, by the law that says so', async () => {
    const byGrade = await post({ ...ungraded, nativeGrade: { scheme: 'gbt-43697-2024', grade: 'core' } });
    const byClass = await post({ ...body, securityClass: 'core' });
    const [refused] = z.array(z.record(z.string(), z.string())).parse(byGrade.body['errors']);
    expect(refused).toMatchObject({ pointer: '/nativeGrade/grade', code: 'class-never-listed' });
    expect(byClass.body['errors']).toEqual([{ ...refused, pointer: '/securityClass' }]);
  });
});
