import { light } from './mail-style.ts';
import { type Markup, markup } from './markup.ts';

/** A link that looks like what to press, also where padding on links is not drawn. */
export function button(text: string, link: string): Markup {
  return markup`<table role=presentation cellpadding=0 cellspacing=0><tr><td class=b bgcolor=${light.accent} style="border-radius:8px"><a href="${link}" style="display:block;padding:11px 22px;font-size:15px;line-height:22px;font-weight:600;color:#fff;text-decoration:none">${text}</a></td></tr></table>`;
}
