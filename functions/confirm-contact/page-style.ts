import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import { fonts, light } from '../_mail/mail-style.ts';
import type { Markup } from '../_mail/markup.ts';

/** The mails' colours and fonts, on a page: none is fetched. */
const sheet = `
:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;background:${light.page};color:${light.ink};font:15px/25px ${fonts.en};word-break:break-word;text-wrap:pretty}
body:lang(zh){font-family:${fonts['zh-CN']}}
main{max-width:640px;margin:0 auto;padding:28px 16px 40px}
h1{margin:4px 0 0;font-size:22px;line-height:32px}
p{margin:0 0 12px}
a,.zone{color:${light.accent}}
.zone{margin:0;font-size:13px}
.about{margin:0;color:${light.muted}}
.card{margin-top:16px;background:${light.card};border:1px solid ${light.line};border-radius:10px;padding:20px 18px}
.card>:last-child{margin-bottom:0}
form{display:flex;flex-wrap:wrap;gap:12px;margin:20px 0 16px}
button{min-height:46px;padding:10px 22px;border:1px solid ${light.accent};border-radius:8px;font:inherit;font-weight:600;cursor:pointer;background:transparent;color:${light.accent}}
button.yes{background:${light.accent};color:#fff}
:focus-visible{outline:3px solid ${light.noteLine};outline-offset:2px}
small{display:block}
small,footer{font-size:12px;line-height:19px;color:${light.muted}}
footer{padding-top:16px}
@media (max-width:480px){button{width:100%}}
@media (prefers-color-scheme:dark){
body{background:#10151b;color:#e8edf2}.about{margin:0;color:${light.muted}}
.card{margin-top:16px;background:#1a222b;border-color:#2e3945}
a,.zone{color:#8cbcf0}button{border-color:#8cbcf0;color:#8cbcf0}button.yes{background:#2f6db3;border-color:#2f6db3;color:#fff}
small,footer,.about{color:#a3b1bf}}
`;

export const styleHash = `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`;

export const styleSheet: Markup = raw(`<style>${sheet}</style>`);
