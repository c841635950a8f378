import type { Zone } from './zone.ts';

/**
 * What is wrong with several records together, in sentences. In one region the names of a zone's resources must tell it from others:
 * roles and the key allow by `zonematch-<id>-*`.
 */
export const togetherComplaints = (zones: readonly Zone[]): readonly string[] =>
  zones.flatMap(({ id, region }, index) => [
    ...(zones.findIndex((other) => other.id === id) < index ? [`There are two records of ${id}.`] : []),
    ...zones
      .filter((other) => other.region === region && other.id.startsWith(`${id}-`))
      .map(
        (other) =>
          `${other.id} begins with the id of ${id}, in the same region: rights of the one would reach the other.`,
      ),
  ]);
