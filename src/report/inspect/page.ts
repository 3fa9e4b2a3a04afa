/** An inspection as one page: facts and figures above, then the text with its boundaries drawn. */
import type { InspectedDocument, Inspection } from '../../model/inspection.js';
import { Html, markup } from '../escape.js';
import { policyFor } from '../html/policy.js';
import { fill, STRINGS, type ReportLanguage } from '../html/strings.js';
import { SCHEMA_VERSION } from '../run-result.js';
import { drawing, type DrawingWords } from './drawing.js';
import { INSPECT_STRINGS } from './strings.js';
import { INSPECT_STYLE } from './style.js';
import { issuePart, summary } from './summary.js';

export interface InspectionPageOptions {
  /** Language of the page's own words. */
  readonly lang: ReportLanguage;
  readonly toolVersion: string;
}

/** The page in chunks: one static file without script or network, that works from a disk and on paper. */
export function* inspectionPage(
  inspection: Inspection,
  { lang, toolVersion }: InspectionPageOptions,
): Generator<string> {
  const words: DrawingWords = { lang, own: INSPECT_STRINGS[lang], shared: STRINGS[lang] };
  for (const part of parts(inspection, words, toolVersion)) yield part.source;
}

function* parts(inspection: Inspection, words: DrawingWords, toolVersion: string): Generator<Html> {
  const { documents } = inspection;
  yield head(inspection, words, toolVersion);
  if (documents.length === 0) yield markup`<p>${words.own.notRead}</p>\n`;
  yield issuePart(inspection, words);
  if (documents.length > 0) yield legend(words);
  for (const [index, document] of documents.entries())
    yield* documentPart(document, `d${index + 1}`, documents.length > 1, words);
  yield markup`</main><footer><p>${words.own.footer}</p></footer></body></html>\n`;
}

function head(inspection: Inspection, words: DrawingWords, toolVersion: string): Html {
  const { own, shared, lang } = words;
  const name = inspection.path.split('/').at(-1) ?? inspection.path;
  return markup`<!doctype html>
<html lang="${lang}" dir="${shared.direction}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policyFor(INSPECT_STYLE)}">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="generator" content="gcm-coverage ${toolVersion}">
    <meta name="gcm-schema-version" content="${SCHEMA_VERSION}">
    <title>${own.title}${shared.colon}${name}</title>
    ${new Html(`<style>${INSPECT_STYLE}</style>`)}
  </head>
  <body>
    <a class="skip" href="#main">${own.skip}</a>
    <div class="band"><header>
      <h1>${own.title}${shared.colon}<bdi>${name}</bdi></h1>
      <p class="sub">${own.subtitle}</p>
      <dl class="info">${fileFacts(inspection, words).map(
        ([term, value]) => markup`<div><dt>${term}</dt><dd><bdi>${value}</bdi></dd></div>`,
      )}</dl>
    </header></div>
    ${contents(inspection.documents, words)}<main id="main" tabindex="-1">\n`;
}

function fileFacts(inspection: Inspection, { own }: DrawingWords): [string, string][] {
  const { format, formatBy, size, sha256 } = inspection;
  const basis = formatBy === null ? '' : ` (${own.basis[formatBy]})`;
  return [
    [own.facts.format, format === null ? own.unknown : `${format}${basis}`],
    [own.facts.size, size === null ? own.unknown : fill(own.bytes, { n: size })],
    ['SHA-256', sha256 === null ? own.unknown : sha256.slice(0, 12)],
  ];
}

function contents(documents: readonly InspectedDocument[], { own, shared }: DrawingWords): Html {
  const links = documents.flatMap(({ document }, index) => {
    const id = `d${index + 1}`;
    if (documents.length > 1)
      return [markup`<li><a href="#${id}"><bdi>${document.id}</bdi></a></li>`];
    return [
      markup`<li><a href="#${id}-summary">${own.parts.summary}</a></li>`,
      markup`<li><a href="#${id}-text">${own.parts.text}</a></li>`,
    ];
  });
  return markup`<nav aria-label="${shared.contents}"><ul><li><a href="#issues">${own.parts.issues}</a></li>${
    documents.length === 0 ? null : markup`<li><a href="#legend">${own.parts.legend}</a></li>`
  }${links}</ul></nav>\n`;
}

function legend({ own }: DrawingWords): Html {
  const { legend: meaning, statement, outline, level } = own;
  const key = (kind: string, name: string, text: string): Html =>
    markup`<li><div class="run ${kind}"><p class="name">${name}</p></div><span>${text}</span></li>`;
  const first = fill(level, { n: 0 });
  const second = fill(level, { n: 1 });
  return markup`<section id="legend" aria-labelledby="legend-title"><h2 id="legend-title">${own.parts.legend}</h2>
    <ul class="legend">
    ${key('st lv0', `${fill(statement, { n: 1 })} · ${first}`, meaning.statement)}
    ${key('st lv1', `${fill(statement, { n: 2 })} · ${second}`, meaning.levels)}
    ${key('section', outline.section, meaning.section)}
    ${key('question', outline.question, meaning.question)}
    ${key('out', fill(own.leftOut, { reason: '…' }), meaning.dropped)}
    <li><div class="block"><p class="about">${own.block.item} · •</p></div><span>${meaning.block}</span></li>
    <li><div><p class="page">${fill(own.place.page, { n: 2 })}</p></div><span>${meaning.page}</span></li>
    </ul></section>\n`;
}

function* documentPart(
  inspected: InspectedDocument,
  id: string,
  named: boolean,
  words: DrawingWords,
): Generator<Html> {
  const { own } = words;
  const { document } = inspected;
  const title = named ? `${own.document} ${document.id}` : own.document;
  yield markup`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title"><bdi>${title}</bdi></h2>
    <p>${own.facts.language}${words.shared.colon}<bdi>${languageWords(inspected, words)}</bdi><br>
    ${own.facts.pages}${words.shared.colon}<bdi>${inspected.pages ?? own.unknown}</bdi></p>
    ${summary(inspected, id, words)}<h3 id="${id}-text">${own.parts.text}</h3>\n`;
  yield* drawing(inspected, words);
  yield markup`</section>\n`;
}

function languageWords({ detection }: InspectedDocument, { own, shared }: DrawingWords): string {
  const { language, method, confidence } = detection;
  return fill(own.language, {
    language: shared.languages[language],
    method: own.methods[method],
    confidence: confidence.toFixed(2),
  });
}
