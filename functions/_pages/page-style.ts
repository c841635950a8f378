import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { Markup } from '../_mail/markup.ts';

/** Fonts of the reader's machine, none fetched; Chinese faces first in Chinese, so that quotation marks have their width. */
const chinese =
  "'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',-apple-system,'Segoe UI',sans-serif";
const latin = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif";

/**
 * The one style sheet of every page. Each pair of colours has a contrast of 4.5 at least for text and 3 for what is pressed
 * (WCAG 2.2, 1.4.3 and 1.4.11); what is pressed is 44 px high (2.5.5); nothing moves.
 */
const sheet = `
:root{color-scheme:light dark;--page:#f3f5f8;--card:#fff;--ink:#17212b;--muted:#566473;--line:#dde3ea;--edge:#76838f;--accent:#1d5592;--press:#1d5592;--track:#e3e9f0;--note:#faf6ea;--mark:#946b12;--done:#e8f3ec;--doneink:#17512c;--danger:#a3271c}
@media (prefers-color-scheme:dark){:root{--page:#10151b;--card:#1a222b;--ink:#e8edf2;--muted:#a3b1bf;--line:#2e3945;--edge:#8593a1;--accent:#8cbcf0;--press:#2f6db3;--track:#303c48;--note:#26241c;--mark:#d0a548;--done:#16301f;--doneink:#a9dcbb;--danger:#f2a199}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.6 ${latin};overflow-wrap:anywhere;text-wrap:pretty}
body:lang(zh){font-family:${chinese}}
header,main,footer{max-width:672px;margin:0 auto;padding:0 16px}
header{display:flex;flex-wrap:wrap;gap:4px 16px;justify-content:space-between;align-items:center;padding-top:16px}
header p{margin:0;font-size:14px;color:var(--accent);font-weight:600}
header a{display:inline-block;padding:9px 0;min-height:44px}
h1{margin:8px 0 0;font-size:24px;line-height:1.35}
h2{margin:28px 0 8px;font-size:18px;line-height:1.4}
h3{margin:24px 0 8px;font-size:15px;line-height:1.4}
p{margin:0 0 12px}
a{color:var(--accent);text-underline-offset:3px}
.about{margin:4px 0 0;color:var(--muted)}
.card{margin-top:20px;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px}
.card>:first-child{margin-top:0}
.card>:last-child{margin-bottom:0}
form{margin:20px 0 16px}
.answers{display:flex;flex-wrap:wrap;gap:12px}
button,.button{display:inline-block;min-height:46px;padding:9px 22px;border:1px solid var(--accent);border-radius:8px;font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer;background:transparent;color:var(--accent)}
button.yes,.button{background:var(--press);border-color:var(--press);color:#fff}
button.stop{border-color:var(--danger);color:var(--danger)}
fieldset{margin:0 0 20px;padding:0;border:0;min-width:0}
legend{padding:0 0 4px;font-weight:600}
label{display:flex;gap:10px;align-items:flex-start;min-height:44px;padding:9px 0}
input[type=radio]{flex:none;width:22px;height:22px;margin:2px 0 0;accent-color:var(--press)}
label small{margin:0}
summary{min-height:44px;padding:9px 0;cursor:pointer;font-weight:600}
:focus-visible{outline:3px solid var(--mark);outline-offset:2px;border-radius:4px}
small{display:block}
small,footer{font-size:13px;line-height:1.55;color:var(--muted)}
footer{padding-top:20px;padding-bottom:40px}
.done{margin-top:16px;padding:12px 16px;border-radius:8px;background:var(--done);color:var(--doneink);font-weight:600}
.facts{display:grid;grid-template-columns:auto 1fr;gap:2px 16px;margin:12px 0}
.facts dt{color:var(--muted)}
.facts dd{margin:0}
.score{display:flex;align-items:baseline;gap:10px;margin:0}
.score b{flex:none;font-size:36px;line-height:1.2;color:var(--accent)}
.plain{margin:0;padding:0;list-style:none}
.criterion{padding:8px 0}
.criterion p{display:flex;justify-content:space-between;gap:12px;margin:0;font-weight:600}
.criterion p span:last-child{flex:none}
.criterion svg{display:block;width:100%;height:8px;margin:4px 0 6px;border-radius:4px;background:var(--track)}
.criterion rect{fill:var(--accent)}
.criterion small{color:var(--muted)}
.card>.last{margin-top:20px}
.session{align-items:center;justify-content:space-between;margin:24px 0 0;padding-top:16px;border-top:1px solid var(--line)}
.session span{font-size:14px;color:var(--muted)}
.others li{padding:6px 0}
.note{margin:20px 0;padding:12px 16px;background:var(--note);border-left:4px solid var(--mark);border-radius:4px}
.note h2{margin:0 0 4px}
.note ul{margin:0;padding-left:20px}
.row{display:flex;gap:16px;justify-content:space-between;align-items:baseline;padding:12px 0;border-top:1px solid var(--line)}
.row:first-child{border-top:0;padding-top:0}
.row a{display:block;padding:9px 0;min-height:44px}
.row b{flex:none;font-size:20px;color:var(--accent)}
.wide header,.wide main,.wide footer{max-width:1120px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));gap:20px;margin-top:20px}
.cards .card{margin-top:0;min-width:0}
.cards h2{margin-top:0}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,180px),1fr));gap:16px 24px;margin:0}
.tiles dt{font-size:14px;color:var(--muted)}
.tiles dd{margin:0}
.tiles b{display:block;font-size:26px;line-height:1.3;color:var(--accent)}
.tabs{display:flex;flex-wrap:wrap;gap:0 16px;margin:20px 0 0;padding:0;list-style:none}
.tabs a{display:inline-block;padding:9px 0;min-height:44px}
.tabs [aria-current]{font-weight:600;color:var(--ink);text-decoration:none}
.lines{display:block;width:100%;height:auto}
.lines text{font-size:12px;fill:var(--muted)}
.grid line{stroke:var(--line)}
.lines path{fill:none;stroke-width:2.2;stroke-linejoin:round;stroke-linecap:round}
.lines .s0 path{stroke:var(--accent)}
.lines .s0 circle,.bars .s0{fill:var(--accent)}
.lines .s1 path{stroke:var(--mark);stroke-dasharray:6 4}
.lines .s1 circle,.bars .s1{fill:var(--mark)}
.lines .s2 path{stroke:var(--edge);stroke-dasharray:1 5;stroke-width:3}
.lines .s2 circle{fill:var(--edge)}
.keys{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0 0 8px;padding:0;list-style:none;font-size:14px}
.key::before{content:'';display:inline-block;width:18px;height:0;margin-right:6px;vertical-align:4px;border-top:3px solid var(--accent)}
.k1::before{border-top:3px dashed var(--mark)}
.k2::before{border-top:3px dotted var(--edge)}
.chart .key::before{height:10px;width:10px;border:0;vertical-align:-1px;background:var(--accent)}
.chart .k1::before{background:var(--mark)}
table{width:100%;border-collapse:collapse;font-size:14px;line-height:1.45}
caption{text-align:left;padding:0 0 8px;color:var(--muted)}
th,td{padding:6px 0 6px 12px;text-align:right;vertical-align:bottom;font-weight:400;font-variant-numeric:tabular-nums}
th:first-child{padding-left:0;text-align:left}
thead th{color:var(--muted);font-size:13px;border-bottom:1px solid var(--line)}
.data tbody tr+tr>*{border-top:1px solid var(--line)}
.chart tbody th{width:99%}
.chart thead th,.chart td{white-space:nowrap;overflow-wrap:normal}
.bars{display:block;width:100%;height:14px;margin-top:3px;border-radius:3px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:480px){.chart .key::before{display:block;margin:0 0 2px auto}th,td{padding-left:8px}.lines text{font-size:15px}.tiles{grid-template-columns:1fr 1fr;gap:16px}.tiles b{font-size:22px}button,.button{width:100%}.facts{grid-template-columns:1fr}.facts dd{margin-bottom:8px}}
@media (forced-colors:active){.lines path{stroke:CanvasText}.lines circle,.bars rect{fill:CanvasText}.criterion svg{border:1px solid}.criterion rect{fill:CanvasText}}
`;

export const styleHash = `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`;

export const styleSheet: Markup = raw(`<style>${sheet}</style>`);
