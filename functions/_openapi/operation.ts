import type * as z from 'zod';
import type { Bilingual } from '../../domain/vocabulary/bilingual.ts';
import type { ProblemType } from '../_runtime/problem.ts';
import type { AnswerName, BodyName } from './components.ts';
import type { HeaderName } from './headers.ts';

/** Who may call, as infra/intake/routes.ts says it; a test holds the two against each other. */
export type Access = 'open' | 'any-token' | 'member' | 'operator' | 'member-or-operator';

/** One way in which a request is answered where it is not refused. */
export type Answer = {
  readonly status: 200 | 201 | 204 | 303 | 304 | 400 | 403 | 404 | 410 | 500;
  readonly means: Bilingual;
  /** Its JSON body; with `example`, an example of it. */
  readonly body?: AnswerName;
  readonly example?: unknown;
  /** The media types of one that is not JSON. */
  readonly media?: readonly string[];
  /** Headers beside those that every answer has. */
  readonly headers?: readonly HeaderName[];
};

/** One operation: everything that the document says of it follows from here. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly access: Access;
  /** A name for generated clients. */
  readonly id: string;
  readonly tag: string;
  readonly summary: Bilingual;
  /** Of each parameter in the path, its schema. */
  readonly pathParameters?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  /** Whether `If-Match` must be sent, or is heeded where it is. */
  readonly ifMatch?: 'needed' | 'heeded';
  /** Whether it counts among what an organization writes in a minute; `standing`: and is refused while it is suspended. */
  readonly counted?: true | 'standing';
  readonly body?: BodyName;
  readonly bodyExample?: unknown;
  readonly answers: readonly Answer[];
  /** Whether the body is sent as a browser sends a form (application/x-www-form-urlencoded); `parts`: or as multipart/form-data. */
  readonly isForm?: true | 'parts';
  /** Whether the body is a mail message (message/rfc822), read as it comes. */
  readonly isMessage?: true;
  /** Whether it answers a person with pages, and never with a problem. */
  readonly isPage?: true;
  /** Problems beside those that follow from access, parameters and body. */
  readonly problems?: readonly ProblemType[];
};
