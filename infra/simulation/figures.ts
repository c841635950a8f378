import * as z from 'zod';
import measured from './measured.json' with { type: 'json' };

/** Whether somebody measured it, a page of AWS says so, the service is set so, or nobody knows. */
const Origin = z.enum(['measured', 'documented', 'set', 'guess']);
const Figure = z.strictObject({ value: z.number().min(0), unit: z.string(), from: Origin, source: z.string().min(1) });

const names = [
  'offerRowBytes',
  'demandRowBytes',
  'journalExtraBytes',
  'journalSeconds',
  'readAnewSeconds',
  'keptRows',
  'looks',
  'lookMs',
  'coldMicros',
  'warmMicros',
  'pairMs',
  'recordMs',
  'pageMs',
  'pagesAtOnce',
  'roundMs',
  'pairReads',
  'recordReads',
  'recordWrites',
  'offerWrites',
  'demandWrites',
  'partitionWrites',
  'nearShare',
  'mostNear',
  'domainsADemand',
  'contactsABuyer',
  'listingsAnOrganization',
  'apiMs',
  'relayMs',
  'relaysAPost',
] as const;

/** What the simulation is told of the machine and of the market. Read from a file, so that a bench can write it anew. */
const FigureFile = z.strictObject({ asOf: z.iso.date(), figures: z.record(z.enum(names), Figure) });
export type FigureFile = z.infer<typeof FigureFile>;

const Values = z.record(
  z.enum(names),
  Figure.transform(({ value }) => value),
);

/** The figures alone. */
export type Figures = Readonly<z.infer<typeof Values>>;

/** Throws a ZodError where a figure is missing, is not known, or does not say where it is from. */
export const readFigures = (given: unknown): FigureFile => FigureFile.parse(given);

/** The file of this repository. */
export const measuredFigures: FigureFile = readFigures(measured);

/** What is calculated with. */
export const valuesOf = ({ figures }: FigureFile): Figures => Values.parse(figures);

/** The names of those that nobody has measured or read. */
export const guessesIn = ({ figures }: FigureFile): readonly string[] =>
  Object.entries(figures).flatMap(([name, { from }]) => (from === 'guess' ? [name] : []));
