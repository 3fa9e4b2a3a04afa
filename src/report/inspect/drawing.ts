/** Draws a document's text: tables, pages, blocks, and what became of their words. */
import type { ColumnRole, DroppedWords, InspectedDocument, Place } from '../../model/inspection.js';
import type { Language } from '../../model/types.js';
import { markup, type Html } from '../escape.js';
import { languageAttributes } from '../html/attributes.js';
import { fill, type ReportLanguage, type Strings } from '../html/strings.js';
import { drawnFlow } from './flow.js';
import type { DrawnBlock, DrawnCell, DrawnPage, DrawnRow, DrawnTable } from './flow.js';
import { labelParts } from './groups.js';
import type { Mark, Stretch } from './marks.js';
import type { InspectStrings } from './strings.js';

/** The words of the page and of the reports beside it, in one language. */
export interface DrawingWords {
  readonly lang: ReportLanguage;
  readonly own: InspectStrings;
  readonly shared: Strings;
}

interface Drawing {
  readonly words: DrawingWords;
  readonly language: Language;
  /** What the columns of each table, counted from 0, were read as. */
  readonly roles: ReadonlyMap<number, readonly ColumnRole[]>;
  /** Words that the reader left out, by page, each drawn once. */
  readonly removed: Map<number, DroppedWords[]>;
}

/** The document's text in reading order, in chunks. */
export function* drawing(inspected: InspectedDocument, words: DrawingWords): Generator<Html> {
  const removed = new Map<number, DroppedWords[]>();
  const byReader = inspected.dropped.filter(({ by }) => by === 'reader');
  for (const one of byReader) {
    const page = one.page ?? 0;
    const own = removed.get(page);
    if (own === undefined) removed.set(page, [one]);
    else own.push(one);
  }
  const roles = new Map(inspected.tables.map(({ table, columns }) => [table - 1, columns]));
  const draw: Drawing = { words, language: inspected.detection.language, roles, removed };
  yield markup`<div class="text"${languageAttributes(draw.language)}>`;
  for (const item of drawnFlow(inspected)) {
    if (item.kind === 'page') yield pageBorder(item, draw);
    else if (item.kind === 'block') yield drawBlock(item, draw);
    else yield* drawTable(item, draw);
  }
  yield* rest(draw);
  yield markup`</div>\n`;
}

/** Pages without a block, and words whose page is not known. */
function* rest(draw: Drawing): Generator<Html> {
  const { own } = draw.words;
  const unplaced = draw.removed.get(0);
  draw.removed.delete(0);
  for (const page of [...draw.removed.keys()].sort((a, b) => a - b))
    yield pageBorder({ kind: 'page', page }, draw);
  if (unplaced !== undefined)
    yield markup`<p class="page"${inOwnLanguage(draw)}>${own.leftOutUnplaced}</p>${unplaced.map(
      (one) => removedWords(one, draw),
    )}`;
}

function pageBorder({ page }: DrawnPage, draw: Drawing): Html {
  const removed = draw.removed.get(page) ?? [];
  draw.removed.delete(page);
  const name = fill(draw.words.own.place.page, { n: page });
  return markup`<p class="page"${inOwnLanguage(draw)}>${name}</p>${removed.map((one) =>
    removedWords(one, draw),
  )}\n`;
}

function removedWords({ reason, text }: DroppedWords, draw: Drawing): Html {
  return markup`<div class="run out">${label([leftOut(reason, draw)], draw)}<p>${text}</p></div>`;
}

/** Columns beyond which cells are drawn below each other. */
const WIDEST = 6;

function* drawTable(table: DrawnTable, draw: Drawing): Generator<Html> {
  const { own, shared } = draw.words;
  const name = [
    fill(own.place.table, { n: table.table + 1 }),
    ...(table.goesOn ? [own.goesOn] : []),
  ].join(shared.list);
  yield markup`<table class="grid"><caption${inOwnLanguage(draw)}>${name}</caption>\n`;
  const columns = table.columns > WIDEST ? 1 : table.columns;
  const roles = draw.roles.get(table.table) ?? [];
  if (columns > 1 && roles.length === columns) yield columnWidths(roles);
  for (const row of table.rows)
    yield row.kind === 'page'
      ? markup`<tr><td colspan="${columns + 1}">${pageBorder(row, draw)}</td></tr>\n`
      : drawRow(row, columns, draw);
  yield markup`</table>\n`;
}

/** Columns of questions and numbers are narrower than those of answers. */
function columnWidths(roles: readonly ColumnRole[]): Html {
  const asked = roles.includes('answers');
  return markup`<colgroup><col class="rows">${roles.map((role) =>
    asked && role !== 'answers' ? markup`<col class="${role}">` : markup`<col>`,
  )}</colgroup>\n`;
}

function drawRow({ row, goesOn, cells }: DrawnRow, columns: number, draw: Drawing): Html {
  const { own, shared } = draw.words;
  const attributes = inOwnLanguage(draw);
  const number = fill(own.place.row, { n: row + 1 });
  const name = goesOn ? [number, own.goesOn].join(shared.list) : number;
  const head = markup`<th scope="row"${attributes}>${name}</th>`;
  if (columns === 1 || (cells.length === 1 && cells[0]?.column === 0)) {
    const content = cells.map((cell) => [
      columns === 1 && cells.length > 1
        ? markup`<p class="column"${attributes}>${fill(own.place.column, { n: cell.column + 1 })}</p>`
        : null,
      cellContent(cell, draw),
    ]);
    return markup`<tr>${head}<td colspan="${columns}">${content}</td></tr>\n`;
  }
  const filled = Array.from({ length: columns }, (_, column) =>
    cells.find((cell) => cell.column === column),
  );
  return markup`<tr>${head}${filled.map(
    (cell) => markup`<td>${cell === undefined ? null : cellContent(cell, draw)}</td>`,
  )}</tr>\n`;
}

function cellContent({ items }: DrawnCell, draw: Drawing): Html[] {
  return items.map((item) =>
    item.kind === 'page' ? pageBorder(item, draw) : drawBlock(item, draw),
  );
}

function drawBlock({ block, place, stretches }: DrawnBlock, draw: Drawing): Html {
  const { own } = draw.words;
  if (block.kind === 'page') return markup``;
  const { kind, level, marker, at } = block;
  const about = [
    own.block[kind],
    ...(marker === undefined ? [] : [marker]),
    ...(level === undefined || kind === 'paragraph'
      ? []
      : [fill(kind === 'item' ? own.blockLevel : own.level, { n: level })]),
    ...(place.paragraph === null ? [] : [`¶ ${place.paragraph}`]),
    ...(at === undefined ? [] : [at]),
  ];
  const runs = stretches.map((stretch) => drawStretch(stretch, draw));
  return markup`<div class="block">${label(about, draw, 'about')}${runs}</div>\n`;
}

function drawStretch({ text, marks }: Stretch, draw: Drawing): Html {
  const [first] = marks;
  if (first === undefined) return markup`<p>${text}</p>`;
  const names = marks.map((mark) => label(namesOf(mark, draw), draw));
  const own = first.kind === 'statement' ? first.statement.language : draw.language;
  return markup`<div class="run ${classOf(first)}"${languageAttributes(own)}>${names}<p>${text}</p></div>`;
}

const DEEPEST = 6;

function classOf(mark: Mark): string {
  if (mark.kind === 'statement') return `st lv${Math.min(mark.statement.level, DEEPEST)}`;
  return mark.kind === 'dropped' ? 'out' : mark.entry.kind;
}

function namesOf(mark: Mark, draw: Drawing): (string | Html)[] {
  const { own } = draw.words;
  if (mark.kind === 'dropped') return [leftOut(mark.words.reason, draw)];
  const goesOn = mark.goesOn ? [own.goesOn] : [];
  if (mark.kind === 'outline') {
    const { kind, label: name, objectives } = mark.entry;
    return [
      name === null ? own.outline[kind] : `${own.outline[kind]} ${name}`,
      ...(objectives.length === 0
        ? []
        : [fill(own.objectives, { n: objectives.join(draw.words.shared.list) })]),
      ...goesOn,
    ];
  }
  const { statement, number } = mark;
  return [
    fill(own.statement, { n: number }),
    ...goesOn,
    isolated(labelParts(statement)),
    fill(own.level, { n: statement.level }),
    placeWords(statement.place, draw.words),
    ...(statement.language === draw.language
      ? []
      : [draw.words.shared.languages[statement.language]]),
  ];
}

/** "II.أ.1": the parts stand in this order whatever their letters. */
function isolated(parts: readonly string[]): Html {
  const pieces = parts.map((part, at) => markup`${at === 0 ? '' : '.'}<bdi>${part}</bdi>`);
  return markup`<bdi dir="ltr">${pieces}</bdi>`;
}

function leftOut(reason: string, { words: { own } }: Drawing): string {
  return fill(own.leftOut, { reason: own.reasons[reason] ?? reason });
}

function inOwnLanguage({ words: { lang, shared } }: Drawing): Html {
  return markup` lang="${lang}" dir="${shared.direction}"`;
}

/** A line about the words below it, in the page's own language. */
function label(names: readonly (string | Html)[], draw: Drawing, kind = 'name'): Html {
  const shown = names.filter((name) => name !== '');
  return markup`<p class="${kind}"${inOwnLanguage(draw)}>${shown.map(
    (name, at) =>
      markup`${at === 0 ? '' : ' · '}${typeof name === 'string' ? markup`<bdi>${name}</bdi>` : name}`,
  )}</p>`;
}

/** A place in the page's language. */
export function placeWords(place: Place, { own, shared }: DrawingWords): string {
  const { page, lastPage, table, row, paragraph, at } = place;
  if (at !== null) return at;
  const parts = [
    page === null
      ? null
      : page === lastPage
        ? fill(own.place.page, { n: page })
        : fill(own.place.pages, { from: page, to: lastPage ?? page }),
    table === null ? null : fill(own.place.table, { n: table }),
    row === null ? null : fill(own.place.row, { n: row }),
    paragraph === null ? null : fill(own.place.paragraph, { n: paragraph }),
  ];
  return parts.filter((part) => part !== null).join(shared.list);
}
