import { shortened, typedLine } from './single-line.ts';

const nameColumns = 80;

/** An organization's name as mails and pages show it: one short line that is no link. */
export const shownName = (name: string): string => shortened(typedLine(name), nameColumns);
