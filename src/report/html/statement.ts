import type {
  CodeAssignment,
  CodedDocument,
  Coding,
  Evidence,
  Statement,
} from '../../model/types.js';
import { markup, type Html } from '../escape.js';
import { languageAttributes, marked, spansIn } from './marked.js';
import { codeOf, countryName, documentName, type Page } from './names.js';
import { fill } from './strings.js';

/** A statement under a cell: where it comes from, its coding, and the code in question. */
export interface Shown {
  readonly coded: CodedDocument;
  readonly statement: Statement;
  readonly coding: Coding;
  readonly given: CodeAssignment;
}

/** A statement with its evidence marked, its place, and why it carries the code. */
export function statementItem(shown: Shown, page: Page): Html {
  const { statement, given } = shown;
  const attributes = languageAttributes(statement.language);
  const text = marked(statement.text, spansIn(given.evidence, 'text'));
  return markup`<li>${meta(shown, page)}${context(shown, page)}
<blockquote${attributes}>${text}</blockquote>${why(given.evidence, page)}</li>\n`;
}

function meta(shown: Shown, page: Page): Html {
  const { coded, statement, coding, given } = shown;
  const { strings } = page;
  const country = coded.document.metadata.country;
  const parts = [
    strengthTag(given, page),
    coding.absent ? markup`<span class="tag t0">${strings.absent}</span>` : null,
    coding.kind === null ? null : markup`<span>${strings.kinds[coding.kind]}</span>`,
    country === undefined ? null : markup`<bdi>${countryName(country, page)}</bdi>`,
    markup`<bdi>${documentName(statement.document, page)}</bdi>`,
    place(statement, page),
    markup`<span>${fill(strings.score, { n: twoDigits(given.score) })}</span>`,
    isStated(shown, page) ? markup`<span>${strings.stated}</span>` : null,
  ];
  return markup`<p class="meta">${parts}</p>`;
}

function strengthTag({ strength }: CodeAssignment, { strings }: Page): Html {
  const tone = strength === 'substantive' ? 't1' : 't2';
  return markup`<span class="tag ${tone}">${strings.strengths[strength]}</span>`;
}

function place({ section, question, questionText, path }: Statement, page: Page): Html {
  const { strings } = page;
  const names = [
    section === null ? '' : fill(strings.section, { n: section }),
    question === null ? '' : fill(strings.question, { n: question }),
    path === '' ? '' : fill(strings.item, { n: path }),
  ].filter((name) => name !== '');
  return markup`<bdi title="${questionText ?? ''}">${names.join(strings.list)}</bdi>`;
}

function isStated({ statement, given }: Shown, page: Page): boolean {
  const { objective } = codeOf(given.code, page);
  return objective !== undefined && statement.objectives.includes(objective);
}

/** Two decimals with a point in every language, as in the data files. */
function twoDigits(score: number): string {
  return score.toFixed(2);
}

function context({ statement, given }: Shown, { strings }: Page): Html | null {
  const of = statement.context.length;
  if (of === 0) return null;
  const texts = statement.context.map((text, i) => [
    markup`${i === 0 ? '' : ' › '}`,
    ...marked(text, spansIn(given.evidence, { context: i, of })),
  ]);
  return markup`<p class="ctx">${strings.under}${strings.colon}<bdi${languageAttributes(
    statement.language,
  )}>${texts}</bdi></p>`;
}

function why(evidence: readonly Evidence[], { strings }: Page): Html | null {
  const notes = { text: '', context: strings.whyContext, heading: strings.whyHeading };
  const reasons = new Map<string, Evidence>();
  for (const piece of evidence) {
    const key = `${piece.in} ${piece.pattern}`;
    if (!reasons.has(key)) reasons.set(key, piece);
  }
  if (reasons.size === 0) return null;
  const all = [...reasons.values()];
  const terms = all.filter(({ pattern }) => !WORD.test(pattern));
  const words = all.filter(({ pattern }) => WORD.test(pattern));
  const items = terms.map(
    (piece, i) =>
      markup`${i === 0 ? '' : strings.list}<code dir="auto">${piece.pattern}</code>${
        notes[piece.in] === '' ? '' : ` (${notes[piece.in]})`
      }`,
  );
  const quotes = words.map(
    ({ quote }, i) => markup`${i === 0 ? '' : strings.list}<bdi>${quote}</bdi>`,
  );
  return markup`${
    items.length === 0 ? '' : markup`<p class="why">${strings.why}${strings.colon}${items}</p>`
  }${
    quotes.length === 0
      ? ''
      : markup`<p class="why">${strings.whyWords}${strings.colon}${quotes}</p>`
  }`;
}

/** Pattern of a word that coded statements of the code often have. */
const WORD = /^[^/]+\/[^/]+\/word:/u;
