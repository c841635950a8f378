import { raw } from 'hono/html';
import type { Locale } from '../../domain/vocabulary/bilingual.ts';
import type { Markup } from './markup.ts';

/** Colours of the light mail, written inline because many readers drop style sheets. */
export const light = {
  page: '#f3f5f8',
  card: '#ffffff',
  ink: '#17212b',
  muted: '#566473',
  line: '#dde3ea',
  accent: '#1d5592',
  track: '#e3e9f0',
  note: '#faf6ea',
  noteLine: '#c2932c',
} as const;

/** Fonts of the reader's machine, none fetched; Chinese faces first in Chinese, so that quotation marks have their width. */
export const fonts: Readonly<Record<Locale, string>> = {
  'zh-CN':
    "'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',-apple-system,'Segoe UI',sans-serif",
  en: "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif",
};

/**
 * Dark colours, by class: p page, k card, i ink, m muted, a accent, t track, f fill, o note, b button. The Outlook of
 * Windows takes a font only from a sheet of its own.
 */
export const styleSheet: Markup = raw(`<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;-webkit-text-size-adjust:100%}
h1,h2,h3,p{margin:0}
@media (prefers-color-scheme:dark){
.p{background:#10151b!important}.k{background:#1a222b!important;border-color:#2e3945!important}
.i{color:#e8edf2!important}.m{color:#a3b1bf!important}.a{color:#8cbcf0!important}
.t{background:#303c48!important}.f{background:#6ea6e0!important}
.o{background:#26241c!important;border-color:#b88d33!important}.b{background:#2f6db3!important}}
</style><!--[if mso]><style>td,p,h1,h2,h3,a{font-family:'Microsoft YaHei','Segoe UI',sans-serif!important}</style><![endif]-->`);
