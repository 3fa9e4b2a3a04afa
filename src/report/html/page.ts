import { createRequire } from 'node:module';
import { Html, markup } from '../escape.js';
import { SCHEMA_VERSION, type RunResult } from '../run-result.js';
import { matrix } from './matrix.js';
import { pageOf, type Page } from './names.js';
import { policyFor } from './policy.js';
import { payloadOf, type Payload } from './payload.js';
import type { ReportLanguage } from './strings.js';

/** What `npm run build` makes of src/page. */
interface Program {
  readonly script: string;
  readonly style: string;
}

/**
 * report.html in chunks: one file without network that works from a disk. Its own
 * script counts and shows what the file carries as data; where scripts are switched
 * off the matrices stand in it as tables.
 */
export function* reportHtml(run: RunResult, lang: ReportLanguage): Generator<string> {
  const program = loadProgram();
  const page = pageOf(run, lang);
  yield head(page, program).source;
  yield fallback(page).source;
  yield '</div>\n<script type="application/json" id="data">';
  yield* dataOf(payloadOf(run, lang));
  yield `</script>\n<script>${program.script}</script>\n</body></html>\n`;
}

/** Found from the sources as from what is built. */
function loadProgram(): Program {
  return createRequire(import.meta.url)('../../../dist/page/page.json') as Program;
}

/** The data as JSON that cannot end its element; one document at a time. */
function* dataOf({ documents, ...rest }: Payload): Generator<string> {
  yield `${jsonText(rest).slice(0, -1)},"documents":[`;
  for (const [i, document] of documents.entries())
    yield (i === 0 ? '\n' : ',\n') + jsonText(document);
  yield ']}';
}

function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function head(page: Page, program: Program): Html {
  const { strings, lang, run } = page;
  const { tool, taxonomy } = run;
  return markup`<!doctype html>
<html lang="${lang}" dir="${strings.direction}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policyFor(program.style, program.script)}">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="generator" content="${tool.name} ${tool.version}">
    <meta name="gcm-schema-version" content="${SCHEMA_VERSION}">
    <meta name="gcm-taxonomy" content="${taxonomy.id} ${taxonomy.version} ${taxonomy.hash}">
    <title>${strings.title}</title>
    ${new Html(`<style>${program.style}</style>`)}
  </head>
  <body>
    <div id="app">\n`;
}

/** What is there before the script runs, and instead of it. */
function fallback(page: Page): Html {
  const { strings, run } = page;
  return markup`<noscript><main><h1>${strings.title}</h1><p>${strings.noScript}</p>
    ${matrix(run.coverage.objectives, 'objectives', page)}
    ${matrix(run.coverage.themes, 'themes', page)}</main></noscript>\n`;
}
