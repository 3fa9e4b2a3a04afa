/** A statement with its place, its coding, and why it carries its codes. */
import type { JSX } from 'preact';
import type { Evidence, Span } from '../model/types.js';
import { fill } from '../report/html/strings.js';
import { placeText } from '../report/place-text.js';
import { namesOf, usePage } from './context.js';
import type { PageContext } from './context.js';
import type { Shown } from './count.js';
import { hitsIn, wordsOf } from './search.js';
import { languageOf, Marked } from './text.js';

/** Pattern of a word that coded statements of the code often have. */
const WORD = /^[^/]+\/[^/]+\/word:/u;

/** One statement of a list. */
export function StatementItem({ shown }: { shown: Shown }): JSX.Element {
  const page = usePage();
  const { statement } = shown;
  const evidence = evidenceOf(shown);
  const hits = hitsIn(statement.text, wordsOf(page.state.search));
  const here = evidence.filter((piece) => piece.in === 'text');
  return (
    <li class="statement">
      <Where shown={shown} page={page} />
      <Above shown={shown} evidence={evidence} page={page} />
      <blockquote {...languageOf(statement.language)}>
        <Marked text={statement.text} marks={{ ...marksOf(here), hits }} />
      </blockquote>
      <Coded shown={shown} page={page} />
      <Why evidence={evidence} shown={shown} page={page} />
      <Similar shown={shown} page={page} />
    </li>
  );
}

function evidenceOf({ given, coding }: Shown): readonly Evidence[] {
  if (given !== null) return given.evidence;
  const codes = coding?.codes ?? [];
  return codes.filter(({ strength }) => strength === 'substantive').flatMap((one) => one.evidence);
}

function marksOf(evidence: readonly Evidence[]): { terms: Span[]; words: Span[] } {
  const spans = (isWord: boolean): Span[] =>
    evidence.filter(({ pattern }) => WORD.test(pattern) === isWord).flatMap((one) => one.spans);
  return { terms: spans(false), words: spans(true) };
}

interface Part {
  readonly shown: Shown;
  readonly page: PageContext;
}

function Where({ shown, page }: Part): JSX.Element {
  const { coded, statement, place } = shown;
  const { words } = page;
  const names = namesOf(page);
  const { id, metadata } = coded.document;
  const section = statement.asked?.section ?? statement.section;
  const question = statement.asked?.question ?? statement.question;
  const asked = [
    section === null ? '' : fill(words.section, { n: section }),
    question === null ? '' : fill(words.question, { n: question }),
  ].filter(Boolean);
  return (
    <p class="where">
      {metadata.country === undefined ? null : <b>{names.country(metadata.country)}</b>}
      <bdi>{names.document(id)}</bdi>
      {metadata.year === undefined ? null : <bdi>{metadata.year}</bdi>}
      {asked.length === 0 ? null : (
        <bdi title={statement.questionText ?? undefined}>{asked.join(words.list)}</bdi>
      )}
      {place === null ? null : <bdi>{placeText(place, words)}</bdi>}
      <bdi>{words.languages[statement.language]}</bdi>
    </p>
  );
}

function Above({
  shown,
  evidence,
  page,
}: Part & { evidence: readonly Evidence[] }): JSX.Element | null {
  const { statement } = shown;
  const { context, questionText } = statement;
  const of = context.length;
  if (of === 0 && questionText === null) return null;
  return (
    <p class="above">
      {questionText === null ? null : (
        <bdi class="asked" {...languageOf(statement.language)}>
          {questionText}
        </bdi>
      )}
      {context.map((text, i) => {
        const here = evidence.filter(
          (piece) => piece.in === 'context' && (piece.index ?? of - 1) === i,
        );
        return (
          <bdi {...languageOf(statement.language)}>
            {i === 0 && questionText === null ? `${page.words.under}${page.words.colon}` : '› '}
            <Marked text={text} marks={{ ...marksOf(here), hits: [] }} />
          </bdi>
        );
      })}
    </p>
  );
}

/** Kind and codes; the one in question with its score. */
function Coded({ shown, page }: Part): JSX.Element {
  const { coding, given } = shown;
  const { words } = page;
  if (coding === null)
    return (
      <p class="coded">
        <span class="tag none">{words.unreadable}</span>
      </p>
    );
  const codes = given === null ? coding.codes : [given];
  return (
    <p class="coded">
      {coding.kind === null ? null : (
        <span class={`tag ${coding.kind}`}>{words.kinds[coding.kind]}</span>
      )}
      {coding.absent ? <span class="tag absent">{words.absent}</span> : null}
      {codes.map(({ code, strength, score }) => (
        <span class={`tag ${strength}`}>
          {namesOf(page).column(code)} · {words.strengths[strength]} ·{' '}
          {fill(words.score, { n: score.toFixed(2) })}
        </span>
      ))}
      {coding.coder.startsWith('keywords@') ? null : (
        <span class="tag human">
          {fill(words.page.coder, { name: coding.coder.replace(/^human:/u, '') })}
        </span>
      )}
      {isStated(shown, page) ? <span class="tag">{words.stated}</span> : null}
    </p>
  );
}

function isStated({ statement, given }: Shown, { model }: PageContext): boolean {
  const known = model.payload.codes.find(({ code }) => code === given?.code)?.objective;
  return known !== undefined && statement.objectives.includes(known);
}

function Why({
  evidence,
  shown,
  page,
}: Part & { evidence: readonly Evidence[] }): JSX.Element | null {
  const { words } = page;
  const patterns = new Map<string, Evidence>();
  const texts = new Set<string>();
  for (const piece of evidence) {
    if (WORD.test(piece.pattern)) texts.add(quoteOf(piece, shown));
    else patterns.set(`${piece.in} ${piece.pattern}`, piece);
  }
  texts.delete('');
  if (patterns.size === 0 && texts.size === 0) return null;
  const notes = { text: '', context: words.whyContext, heading: words.whyHeading };
  return (
    <details class="why">
      <summary>{words.why}</summary>
      {patterns.size === 0 ? null : (
        <ul>
          {[...patterns.values()].map((piece) => (
            <li>
              <code dir="auto">{piece.pattern}</code> {notes[piece.in] && `(${notes[piece.in]})`}
            </li>
          ))}
        </ul>
      )}
      {texts.size === 0 ? null : (
        <p>
          {words.whyWords}
          {words.colon}
          {[...texts].map((text, i) => [i === 0 ? '' : words.list, <bdi>{text}</bdi>])}
        </p>
      )}
    </details>
  );
}

/** Statements in nearly the same words, here and elsewhere. */
function Similar({ shown, page }: Part): JSX.Element | null {
  const { words, model } = page;
  const others = shown.similar.flatMap((one) => {
    const item = model.byId.get(one.statement);
    return item === undefined ? [] : [{ ...one, item }];
  });
  if (others.length === 0) return null;
  return (
    <details class="why similar">
      <summary>
        {words.page.similar} ({others.length})
      </summary>
      <ul>
        {others.map(({ item, similarity, relation }) => (
          <li key={item.at}>
            {words.page.relations[relation]},{' '}
            {fill(words.percent, { n: Math.round(similarity * 100) })}
            {words.colon}
            <bdi>{namesOf(page).document(item.coded.document.id)}</bdi>
            <q {...languageOf(item.statement.language)}>{item.statement.text}</q>
          </li>
        ))}
      </ul>
    </details>
  );
}

function quoteOf(piece: Evidence, { statement }: Shown): string {
  const { context, text } = statement;
  const home = piece.in === 'text' ? text : (context[piece.index ?? context.length - 1] ?? '');
  return piece.spans.map(([start, end]) => home.slice(start, end)).join(' … ');
}
