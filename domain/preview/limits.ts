/**
 * What a preview says and from where on, in one place. None of it is a rule: matching does the same with or without.
 * No number here may let fewer than `crowd` listings be told apart (see coarse.ts): `broadFrom` stays well above it.
 */
export const previewLimits = {
  /** Below this many listings, a count is not told. */
  crowd: 5,
  /** Below this many organizations behind them, nothing but their number is told. */
  organizations: 3,
  /** How many matches are shown. */
  best: 5,
  /** How many remedies are shown, those that would mend most pairs first. */
  remedies: 20,
  /** How many of the caller's own listings are named as likely the same. */
  duplicates: 20,
  /** A share of words and pairs of characters from which two titles in one domain are likely the same. */
  titleLikeness: 0.8,
  /** A demand with more domains is too broad. */
  domains: 10,
  /** A demand that more offers match is too broad. */
  broadMatches: 200,
  /** A demand that more than this share of its candidates match is too broad, once `broadFrom` match. */
  broadShare: 0.5,
  broadFrom: 20,
  /** From the offers of how many weeks the mails of a week are estimated. */
  weeks: 4,
} as const;
