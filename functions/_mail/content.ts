import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** A piece of a mail's HTML. React writes it, and escapes every text that is put into it. */
export type Content = ReactElement;

/** Makes a piece of content: an element of HTML or a component, its properties, what it holds. */
export const element = createElement;

/** Pieces one after another, with nothing around them. */
export const together = (...parts: readonly ReactNode[]): Content => element(Fragment, null, ...parts);

/** What the library's own tools look for, and what mail readers do by themselves: bytes that nobody needs. */
const needless = / data-id="__react-email-column"| target="_blank"|(?<=<tr) style="width:100%"|<tbody[^>]*>|<\/tbody>/g;

/** The HTML of a piece, without what a browser would need to make it live. No text in it has a `<` or a quotation mark. */
export const htmlOf = (content: Content): string => renderToStaticMarkup(content).replace(needless, '');
