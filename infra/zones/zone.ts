import type { WeightsEditions } from '../../domain/matching/weights.ts';
import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';

/** What differs by zone. One typed record a zone; nothing else in infra/ knows one zone from another. */
export type Zone = {
  /** As in the table of zones; also the name of the stack, `zonematch-<id>`. */
  readonly id: string;
  readonly name: Bilingual;
  readonly region: 'cn-north-1' | 'cn-northwest-1' | 'ap-east-1';
  /** IANA time zone in which days are counted and daily mail goes out. */
  readonly timeZone: string;
  /** The OIDC issuer whose access tokens the API takes, and the audience that they must name. */
  readonly identity: { readonly issuer: string; readonly audience: string };
  /** The relay that takes the zone's mail. Its login stands in Secrets Manager and never here. */
  readonly mail: {
    readonly transport: 'smtp';
    readonly host: string;
    readonly port: number;
    readonly security: 'tls' | 'starttls';
    readonly from: string;
  };
  /** How much each criterion counts, by edition; the newest that is in effect on a day is applied. */
  readonly weights: WeightsEditions;
  /** Whether the zone applies the negative lists of free-trade zones (CAC Order 16 of 2024, Art 6): off unless it has one. */
  readonly usesNegativeLists: boolean;
};
