import * as z from 'zod';

/** Who sends it: by name, since tokens differ from run to run. */
export type CallerName = 'nobody' | 'member-a' | 'member-b' | 'operator' | 'no-organization' | 'forged';

/** A request as it is made up. Ids of what is in the zone stand in it by name, in braces: `{own-offer}`. */
export type FuzzRequest = {
  readonly method: string;
  /** The operation's path in the document. */
  readonly template: string;
  readonly path: string;
  readonly query: string;
  readonly caller: CallerName;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  /** A body as a form, with names in it as in a path. */
  readonly form?: string;
};

const Parameter = z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema: z.unknown() });
const Operation = z.object({
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.unknown()),
  requestBody: z
    .object({ content: z.record(z.string(), z.object({ schema: z.unknown(), example: z.unknown() })) })
    .optional(),
});
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});
export type Operation = z.infer<typeof Operation>;

export const everyone: readonly CallerName[] = [
  'nobody',
  'member-a',
  'member-b',
  'operator',
  'no-organization',
  'forged',
];

/** Those whom the document lets call an operation. */
export function allowedCallers({ security }: Operation): readonly CallerName[] {
  const scopes = security.flatMap(({ accessToken = [] }) => accessToken);
  return everyone.filter(
    (name) =>
      scopes.length === 0 ||
      (scopes.includes('member') && name.startsWith('member')) ||
      (scopes.includes('operator') && name === 'operator'),
  );
}

/** The media types of bodies. */
export const json = 'application/json';
export const form = 'application/x-www-form-urlencoded';
export const message = 'message/rfc822';

/** Where an operation is, and what the document says of it. */
export type Place = { readonly template: string; readonly method: string; readonly operation: Operation };

/** Every operation of a document, and its schemas. */
export function readOperations(document: unknown) {
  const { paths, components } = Document.parse(document);
  const places: readonly Place[] = Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ template, method: method.toUpperCase(), operation })),
  );
  return { places, schemas: components.schemas };
}

/** The parameters that stand in the query of an operation. */
export const queryOf = ({ parameters }: Operation) =>
  parameters.flatMap((given) => Parameter.safeParse(given).data ?? []).filter((one) => one.in === 'query');

/** The path with this in place of its parameter. */
export const withId = (template: string, id: string): string => template.replace(/\{[a-z]+\}/, id);
