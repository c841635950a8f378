import type { Answer } from '../operation.ts';

/** A page that is shown to a person. */
export const page = (status: Answer['status'], zh: string, en: string): Answer => ({
  status,
  means: { zh, en },
  media: ['text/html; charset=utf-8'],
  headers: ['Content-Language'],
});

/** The way to another page. */
export const redirect = (zh: string, en: string): Answer => ({
  status: 303,
  means: { zh, en },
  headers: ['Location', 'Set-Cookie'],
});
