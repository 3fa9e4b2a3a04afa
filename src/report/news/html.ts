import type { NewsInput } from '../../model/news.js';
import { Html, markup } from '../escape.js';
import { policyFor } from '../html/policy.js';
import { STRINGS, type ReportLanguage } from '../html/strings.js';
import { newsContent, type NewsContent, type Section } from './content.js';

const STYLE = `body{margin:2rem auto;max-width:70rem;padding:0 1.2rem;color:#1c2733;font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",Arial,sans-serif}
h1{font-size:1.6rem;line-height:1.25;color:#103e5c}h2{font-size:1.15rem;margin:2rem 0 .6rem;color:#103e5c}
.wrap{overflow:auto}table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{border:1px solid #bcc7d1;padding:.35rem .6rem;text-align:start;vertical-align:top}thead th{background:#e9f0f5}
footer{margin-top:2rem;color:#4c5a69;font-size:.86rem}
@page{size:A4;margin:15mm}@media print{body{margin:0;max-width:none;font-size:9.5pt}tr{break-inside:avoid}h2{break-after:avoid}thead{display:table-header-group}}
`;

/** what-is-new.html: one static page without script or network. */
export function newsHtml(news: NewsInput, lang: ReportLanguage): string {
  const { tool, taxonomy } = news.run;
  const made = `${tool.name} ${tool.version} · ${taxonomy.id} ${taxonomy.version}`;
  return contentHtml(newsContent(news, lang), lang, made);
}

/** Titles, paragraphs and tables as a page. */
export function contentHtml(
  { title, lead, sections }: NewsContent,
  lang: ReportLanguage,
  made: string,
): string {
  const { direction } = STRINGS[lang];
  return markup`<!doctype html>
<html lang="${lang}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(STYLE)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${new Html(`<style>${STYLE}</style>`)}
</head>
<body>
<main>
<h1>${title}</h1>
${lead.map((text) => markup`<p>${text}</p>\n`)}${sections.map(sectionHtml)}</main>
<footer><p><bdi>${made}</bdi></p></footer>
</body>
</html>
`.source;
}

function sectionHtml({ title, paragraphs, table }: Section): Html {
  return markup`<section>
<h2>${title}</h2>
${paragraphs.map((text) => markup`<p>${text}</p>\n`)}${table === null ? null : tableHtml(title, table)}</section>
`;
}

function tableHtml(title: string, { heads, rows }: NonNullable<Section['table']>): Html {
  return markup`<div class="wrap" role="region" tabindex="0" aria-label="${title}"><table>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr>${row.map((cell) => markup`<td><bdi>${cell}</bdi></td>`)}</tr>\n`)}</tbody>
</table></div>
`;
}
