// Without its parser dependency-cruiser would read nothing and be content: so that it fails instead.
import '@swc/core';

/** The arrows between folders: who may import whom. Read with swc, as dependency-cruiser sees nothing with TypeScript 7. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const lambda = '^functions/([a-z][^/]*)/';

export default {
  forbidden: [
    forbid(
      'domain-is-pure',
      'domain/ imports itself and zod alone',
      { path: '^domain/' },
      {
        pathNot: ['^domain/', '(^|/)node_modules/zod/', '^zod$'],
      },
    ),
    forbid(
      'events-know-the-domain',
      'events/ imports domain/ and zod',
      { path: '^events/' },
      {
        pathNot: ['^events/', '^domain/', '(^|/)node_modules/zod/', '^zod$'],
      },
    ),
    forbid(
      'functions-stand-alone',
      'a Lambda never imports another one',
      { path: lambda },
      {
        path: lambda,
        pathNot: '^functions/$1/',
      },
    ),
    forbid(
      'functions-know-no-infra',
      'functions/ import neither infra/ nor test/',
      { path: '^functions/' },
      {
        path: '^(infra|test)/',
      },
    ),
    forbid(
      'shared-parts-know-no-lambda',
      'what Lambdas share imports none of them',
      { path: '^functions/_' },
      {
        path: lambda,
      },
    ),
    forbid(
      'adapters-face-outwards',
      '_adapters know domain, events and their SDK',
      { path: '^functions/_adapters/' },
      {
        path: '^functions/_(?!adapters/)',
      },
    ),
    forbid(
      'infra-takes-code-by-path',
      'infra/ imports env.ts, shape.ts and the table of metrics of functions/, nothing else of them',
      {
        path: '^infra/',
        pathNot: '^infra/mail-preview/',
      },
      {
        path: '^functions/',
        pathNot: [
          '^functions/[^/]+/env[.]ts$',
          '^functions/_adapters/dynamo/shape[.]ts$',
          '^functions/_runtime/line-metrics[.]ts$',
        ],
      },
    ),
    forbid(
      'preview-draws-mails',
      'the preview of mails draws what is sent: of functions/ it imports the mails themselves, and of infra/ the zones',
      { path: '^infra/mail-preview/' },
      {
        path: ['^functions/', '^infra/'],
        pathNot: ['^functions/_mail/', '^infra/(mail-preview|zones)/'],
      },
    ),
    forbid(
      'nobody-needs-the-preview',
      'the preview of mails is a tool: nothing that runs imports it',
      { pathNot: ['^infra/mail-preview/', '^test/'] },
      {
        path: '^infra/mail-preview/',
      },
    ),
    forbid(
      'local-reads-the-template',
      'infra/local knows the template and the bundles alone',
      { path: '^infra/local/' },
      {
        path: ['^functions/', '^domain/', '^events/', '^infra/(?!local/)'],
      },
    ),
    forbid(
      'evaluator-stays-local',
      'the evaluator of policies (AGPL) judges the local zone, and is part of nothing that is deployed or handed on',
      { pathNot: '^infra/local/iam/' },
      {
        path: '(^|/)@cloud-copilot/',
      },
    ),
    forbid(
      'stack-knows-no-local',
      'what is deployed does not import what runs it here',
      { path: '^infra/(?!local/|demo/|torture/|cost/|bench/|build-report/|simulation/|backup/|drill/|diff/|cli/)' },
      {
        path: '^infra/(local|demo|torture|cost|bench|build-report|simulation|backup|drill|diff|cli)/',
      },
    ),
    forbid(
      'cli-is-a-caller',
      'the operator’s command line speaks to a zone over HTTP, deployed or not: it knows the domain’s words, and how the demo draws columns and progress',
      { path: '^infra/cli/' },
      {
        path: ['^functions/', '^events/', '^infra/(?!cli/|demo/(columns|progress)[.]ts$)'],
      },
    ),
    forbid(
      'demo-is-a-caller',
      'the demo and the torture use the public face, and the pure judge to check it',
      { path: '^infra/(demo|torture)/' },
      {
        path: ['^functions/', '^events/', '^infra/(?!local/|demo/|torture/|zones/)'],
      },
    ),
    forbid('nobody-imports-tests', 'test/ is imported by test/ alone', { pathNot: '^test/' }, { path: '^test/' }),
    forbid('no-cycles', 'no circle of imports', {}, { circular: true }),
    forbid(
      'no-unresolved',
      'every import resolves (aws-lambda is types alone)',
      {},
      { couldNotResolve: true, pathNot: '^aws-lambda$' },
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^cdk[.]out/' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
