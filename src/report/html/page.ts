import { Html, markup } from '../escape.js';
import { SCHEMA_VERSION, type RunResult } from '../run-result.js';
import { evidence } from './evidence.js';
import { gaps } from './gaps.js';
import { issueList } from './issues.js';
import { matrix } from './matrix.js';
import { pageOf, type Page } from './names.js';
import { overview } from './overview.js';
import { policyFor } from './policy.js';
import type { ReportLanguage } from './strings.js';
import { STYLE } from './style.js';

const PARTS = [
  ['overview', 'overview'],
  ['objectives', 'objectives'],
  ['themes', 'themes'],
  ['gaps', 'gaps'],
  ['evidence-objectives', 'evidenceObjectives'],
  ['evidence-themes', 'evidenceThemes'],
  ['issues', 'issues'],
] as const;

/**
 * report.html in chunks: one static file without script or network, in one
 * language, that works from a disk and on paper.
 */
export function* reportHtml(run: RunResult, lang: ReportLanguage): Generator<string> {
  for (const part of parts(pageOf(run, lang))) yield part.source;
}

function* parts(page: Page): Generator<Html> {
  const { objectives, themes } = page.run.coverage;
  yield head(page);
  yield overview(page);
  yield matrix(objectives, 'objectives', page);
  yield matrix(themes, 'themes', page);
  yield gaps(page);
  yield* evidence(objectives, 'objectives', page);
  yield* evidence(themes, 'themes', page);
  yield issueList(page);
  yield markup`</main><footer><p>${page.strings.footer}</p></footer></body></html>\n`;
}

function head(page: Page): Html {
  const { strings, lang } = page;
  return markup`<!doctype html>
<html lang="${lang}" dir="${strings.direction}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policyFor(STYLE)}">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    ${versions(page)}
    <title>${strings.title}</title>
    ${new Html(`<style>${STYLE}</style>`)}
  </head>
  <body>
    <a class="skip" href="#overview">${strings.skip}</a>
    ${banner(page)}
    <nav aria-label="${strings.contents}"><ul>${PARTS.map(
      ([id, name]) => markup`<li><a href="#${id}">${strings.sections[name]}</a></li>`,
    )}</ul></nav>
    <main>\n`;
}

/** What every file written carries. */
function versions({ run: { tool, taxonomy } }: Page): Html {
  return markup`<meta name="referrer" content="no-referrer">
    <meta name="generator" content="${tool.name} ${tool.version}">
    <meta name="gcm-schema-version" content="${SCHEMA_VERSION}">
    <meta name="gcm-taxonomy" content="${taxonomy.id} ${taxonomy.version} ${taxonomy.hash}">`;
}

function banner(page: Page): Html {
  const { strings } = page;
  return markup`<div class="band"><header>
      <h1>${strings.title}</h1>
      <p class="sub">${strings.subtitle}</p>
      <dl class="info">${runInfo(page).map(
        ([name, value]) => markup`<div><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>`,
      )}</dl>
    </header></div>`;
}

function runInfo({ run, strings }: Page): [string, string][] {
  const { tool, taxonomy, settings } = run;
  const info: [string, string][] = [
    [strings.run.tool, `${tool.name} ${tool.version}`],
    [strings.run.taxonomy, `${taxonomy.id} ${taxonomy.version} (${taxonomy.hash.slice(0, 12)})`],
    [strings.run.rows, strings.by[settings.by]],
  ];
  return settings.date === null ? info : [[strings.run.date, settings.date], ...info];
}
