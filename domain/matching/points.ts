/** 0..1 as whole points. Snapped to millionths first: 0.7 + 0.3 / 4 is a hair below 0.775 in binary but means it. */
export const pointsOf = (score: number): number => Math.round(Math.round(score * 1_000_000) / 10_000);
