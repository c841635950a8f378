import type { Locale } from '../../domain/vocabulary/bilingual.ts';

/** Colours of the light mail, written inline because many readers drop style sheets. */
export const light = {
  page: '#eef1f5',
  card: '#ffffff',
  ink: '#15202b',
  muted: '#52606d',
  line: '#d9e0e8',
  accent: '#1d5592',
  track: '#e1e8f0',
  note: '#fbf6e6',
  noteLine: '#b98722',
  button: '#1d5592',
  onButton: '#ffffff',
} as const;

/** The same in the dark, by a style sheet: readers that drop it stay light, or turn the colours themselves. */
export const dark: Readonly<Record<keyof typeof light, string>> = {
  page: '#0f141a',
  card: '#19212a',
  ink: '#e8edf2',
  muted: '#a6b3c0',
  line: '#2e3945',
  accent: '#8cbcf0',
  track: '#303c48',
  note: '#27241a',
  noteLine: '#b88d33',
  button: '#2f6db3',
  onButton: '#ffffff',
};

/** Fonts of the reader's machine, none fetched; Chinese faces first in Chinese, so that quotation marks have their width. */
export const fonts: Readonly<Record<Locale, string>> = {
  'zh-CN':
    "'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',-apple-system,'Segoe UI',sans-serif",
  en: "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif",
};

// p page, k card, i ink, m muted, a accent, t track, f fill, o note, b button, l line
const inTheDark = `.p,.p>table>tbody>tr>td{background:${dark.page}!important}.k{background:${dark.card}!important;border-color:${dark.line}!important}
.i{color:${dark.ink}!important}.m{color:${dark.muted}!important}.a{color:${dark.accent}!important}
.t{background:${dark.track}!important}.f{background:${dark.accent}!important}.l{border-color:${dark.line}!important}
.o{background:${dark.note}!important;border-color:${dark.noteLine}!important}.b{background:${dark.button}!important;color:${dark.onButton}!important}`;

/** What cannot stand inline: the dark colours, and that links and headings add nothing of their own. */
export const styleSheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;-webkit-text-size-adjust:100%}
h1,h2,h3,p,ul,ol{margin:0}
@media (prefers-color-scheme:dark){
${inTheDark}}
`;

/** The Outlook of Windows takes a font only from a sheet of its own, in a comment that nobody else reads. */
export const outlookSheet =
  "<!--[if mso]><style>td,p,h1,h2,h3,a{font-family:'Microsoft YaHei','Segoe UI',sans-serif!important}</style><![endif]-->";
