/** What a region has of what a stack could ask for; where a thing is missing, the stack does without. */
type Has = {
  /** Sending mail; where it is missing, a zone names a near region that has it, or a relay. */
  readonly ses: boolean;
  readonly cognitoUserPools: boolean;
  readonly lambdaFunctionUrls: boolean;
  /** X-Ray as something that a Lambda is traced with; X-Ray itself is there everywhere. */
  readonly lambdaTracing: boolean;
  readonly lambdaCodeSigning: boolean;
  /** Handing traffic to a new version of a Lambda bit by bit. */
  readonly codeDeploy: boolean;
  /** Routes without a JWT authorizer answer 403 until the account has its ICP recordal. */
  readonly openRoutes: 'always' | 'after ICP recordal';
};

export type Region = {
  readonly name: string;
  readonly partition: 'aws' | 'aws-cn';
  /** Whose law holds where its machines stand. */
  readonly jurisdiction: 'CN' | 'HK';
  /** Who runs it: another company than AWS in China, with accounts of its own. */
  readonly operator: string;
  readonly has: Has;
};

/**
 * Lambda in China: "Feature availability and implementation differences" of docs.amazonaws.cn. SES, user pools, CodeDeploy:
 * resource types by region in cfn-lint 1.51.5 (2026-06-15), endpoints of botocore (2026-08-07).
 */
const mainland: Has = {
  ses: false,
  cognitoUserPools: false,
  lambdaFunctionUrls: false,
  lambdaTracing: false,
  lambdaCodeSigning: false,
  codeDeploy: true,
  openRoutes: 'after ICP recordal',
};

/** The regions that zones run in. Between partitions there is neither an account nor an event bus nor a replica. */
const regions = {
  'cn-north-1': {
    name: 'China (Beijing)',
    partition: 'aws-cn',
    jurisdiction: 'CN',
    operator: 'Sinnet (光环新网)',
    has: mainland,
  },
  'cn-northwest-1': {
    name: 'China (Ningxia)',
    partition: 'aws-cn',
    jurisdiction: 'CN',
    operator: 'NWCD (西云数据)',
    has: mainland,
  },
  /** To be opted into by the account. */
  'ap-east-1': {
    name: 'Asia Pacific (Hong Kong)',
    partition: 'aws',
    jurisdiction: 'HK',
    operator: 'AWS',
    has: {
      ses: false,
      cognitoUserPools: true,
      lambdaFunctionUrls: true,
      lambdaTracing: true,
      lambdaCodeSigning: true,
      codeDeploy: true,
      openRoutes: 'always',
    },
  },
} as const satisfies Record<string, Region>;

export type RegionId = keyof typeof regions;

/** Their ids, in the order of the table. */
export const regionIds = Object.keys(regions).filter((id): id is RegionId => id in regions);

/** What is known of a region. */
export const regionOf = (id: RegionId): Region => regions[id];
