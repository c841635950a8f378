import type { OrganizationId } from '../ids.ts';
import type { Instant } from '../time.ts';

/** How a zone is counted: as at which moment, by whose days, and without whom. */
export type CountedAs = {
  readonly now: Instant;
  readonly timeZone: string;
  /** Organizations that try the zone out and are no enterprises. */
  readonly leftOut: ReadonlySet<OrganizationId>;
  /** Organizations whose listings nobody finds, as the operator has suspended them; known once organizations were counted. */
  readonly suspended?: ReadonlySet<OrganizationId>;
};
