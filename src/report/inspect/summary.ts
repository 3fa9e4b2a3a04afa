/** What was read, in figures, above the drawing. */
import type { DroppedWords, InspectedDocument, Inspection } from '../../model/inspection.js';
import type { Issue } from '../../model/types.js';
import { markup, type Html } from '../escape.js';
import { fill } from '../html/strings.js';
import { placeWords, type DrawingWords } from './drawing.js';
import { groupDropped } from './groups.js';

/** Counts, sections, tables and words left out of one document; `id` begins the ids of its parts. */
export function summary(inspected: InspectedDocument, id: string, words: DrawingWords): Html {
  const { own } = words;
  return markup`<section aria-labelledby="${id}-summary">
    <h3 id="${id}-summary">${own.parts.summary}</h3>
    <dl class="cards">${cards(inspected, words).map(
      ([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`,
    )}</dl>
    ${sectionTable(inspected, words)}
    ${tableTable(inspected, words)}
    ${droppedTable(inspected.dropped, words)}
  </section>\n`;
}

function cards(inspected: InspectedDocument, { own }: DrawingWords): [string, string | number][] {
  const { statements, levels, sections, tables, blocks, dropped } = inspected;
  return [
    [own.counts.statements, statements.length],
    ...(levels.length < 2
      ? []
      : levels.map((count, n): [string, number] => [fill(own.counts.level, { n }), count])),
    [own.counts.sections, sections.length],
    [own.counts.questions, sections.reduce((sum, { questions }) => sum + questions, 0)],
    [own.counts.tables, tables.length],
    [own.blocks.heading, blocks.heading],
    [own.blocks.paragraph, blocks.paragraph],
    [own.blocks.item, blocks.item],
    [own.blocks.note, blocks.note],
    [own.counts.dropped, dropped.length],
  ];
}

type Column = readonly [name: string, isNumber: boolean];

function list(caption: string, columns: readonly Column[], rows: readonly Html[]): Html | null {
  if (rows.length === 0) return null;
  const heads = columns.map(
    ([name, isNumber]) =>
      markup`<th scope="col"${isNumber ? markup` class="n"` : null}>${name}</th>`,
  );
  return markup`<div class="wrap" role="region" tabindex="0" aria-label="${caption}"><table class="list">
<caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>\n`;
}

function sectionTable({ sections }: InspectedDocument, words: DrawingWords): Html | null {
  const { columns, parts } = words.own;
  const rows = sections.map(({ label, title, questions, statements, place }) => {
    const names = [label, title].flatMap((part, at) =>
      part === null ? [] : [markup`${at > 0 && label !== null ? ' – ' : ''}<bdi>${part}</bdi>`],
    );
    return markup`<tr><th scope="row">${names.length === 0 ? '–' : names}</th><td class="n">${questions}</td><td class="n">${statements}</td><td><bdi>${placeWords(place, words)}</bdi></td></tr>\n`;
  });
  const heads: Column[] = [
    [columns.section, false],
    [columns.questions, true],
    [columns.statements, true],
    [columns.place, false],
  ];
  return list(parts.sections, heads, rows);
}

function tableTable({ tables }: InspectedDocument, words: DrawingWords): Html | null {
  const { own, shared } = words;
  const rows = tables.map((one) => {
    const { firstPage, lastPage } = one;
    const roles = one.columns.map((role) => own.roles[role]).join(shared.list);
    const pages = firstPage === lastPage ? firstPage : `${firstPage}–${lastPage}`;
    return markup`<tr><th scope="row">${one.table}</th><td class="n">${one.rows}</td><td>${one.columns.length}${shared.colon}${roles}</td><td class="n">${one.headerRows}</td><td class="n">${one.fullRows}</td><td class="n">${pages ?? '–'}</td></tr>\n`;
  });
  const { table, rows: rowCount, readAs, headerRows, fullRows, pages } = own.columns;
  const heads: Column[] = [
    [table, false],
    [rowCount, true],
    [readAs, false],
    [headerRows, true],
    [fullRows, true],
    [pages, true],
  ];
  return list(own.parts.tables, heads, rows);
}

function droppedTable(dropped: readonly DroppedWords[], { own }: DrawingWords): Html | null {
  const rows = groupDropped(dropped).map(({ by, reason, count, examples, more }) => {
    const texts = examples.map(({ text }) => markup`<li><bdi>${text}</bdi></li>`);
    const rest = more === 0 ? null : markup`<li>${fill(own.more, { n: more })}</li>`;
    return markup`<tr><th scope="row">${own.reasons[reason] ?? reason}</th><td>${own.by[by]}</td><td class="n">${count}</td><td><ul>${texts}${rest}</ul></td></tr>\n`;
  });
  const { reason, by, count, examples } = own.columns;
  const heads: Column[] = [
    [reason, false],
    [by, false],
    [count, true],
    [examples, false],
  ];
  return list(own.parts.dropped, heads, rows);
}

/** What is wrong or odd about the file. */
export function issuePart({ issues }: Inspection, { own, shared }: DrawingWords): Html {
  const { columns, severities } = shared;
  const heads: Column[] = [
    [columns.id, false],
    [columns.severity, false],
    [columns.place, false],
    [columns.message, false],
  ];
  const rows = issues.map(({ id, severity, place, message, hint }: Issue) => {
    const help = hint === '' ? null : markup`<br><small><bdi>${hint}</bdi></small>`;
    return markup`<tr><th scope="row" class="mono">${id}</th><td class="${severity}">${severities[severity]}</td><td><bdi>${place ?? '–'}</bdi></td><td><bdi>${message}</bdi>${help}</td></tr>\n`;
  });
  return markup`<section id="issues" aria-labelledby="issues-title"><h2 id="issues-title">${own.parts.issues}</h2>
    ${list(own.parts.issues, heads, rows) ?? markup`<p>${shared.noIssues}</p>`}</section>\n`;
}
