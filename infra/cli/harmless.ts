/** What a terminal would obey, or show in another order: as a subject of somebody's token may have it. */
const obeyed = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Text of others on one line, without what a terminal obeys. */
export const harmless = (text: string): string => text.replace(obeyed, ' ');
