/** Blocks of a sheet's documents: a question cell and an answer cell a row, as in a table of a text. */
import type { CellPlace } from '../../model/types.js';
import { createBuilder } from '../builder.js';
import type { Builder } from '../builder.js';
import { createComposer } from '../lines.js';
import type { Composer } from '../lines.js';
import { parseMarker } from '../markers.js';
import { splitTags } from '../tags.js';
import type { Answer, Asked, CellText } from './answers.js';

interface State {
  readonly builder: Builder;
  readonly composer: Composer;
  sections: readonly string[];
  asked: Asked | null;
  table: number;
  row: number;
}

/** Titles longer than this are read as words of the question. */
const LONGEST_TITLE = 180;

/** The text and blocks of one document. */
export function compose(answers: readonly Answer[]): ReturnType<Builder['finish']> {
  const builder = createBuilder();
  const composer = createComposer(builder, 0);
  const state: State = { builder, composer, sections: [], asked: null, table: 0, row: -1 };
  for (const answer of answers) addAnswer(state, answer);
  composer.close();
  return builder.finish();
}

function addAnswer(state: State, { asked, cells, chosen = false }: Answer): void {
  if (state.asked === null || !isSame(asked, state.asked)) {
    addSections(state, asked);
    state.row++;
    addQuestion(state, asked);
    state.asked = asked;
  }
  cells.forEach((cell, at) => {
    if (at > 0) state.row++;
    const place = placeOf(state, 1, 'answer');
    if (chosen)
      state.composer.line({
        text: cell.text,
        indent: 0,
        apart: false,
        cell: place,
        at: cell.at,
        item: true,
        level: 0,
      });
    else addLines(state, cell, place);
    state.composer.close();
  });
  state.row++;
}

function isSame(one: Asked, other: Asked): boolean {
  return (
    one.number === other.number &&
    one.lines.join('\n') === other.lines.join('\n') &&
    one.sections.join('\n') === other.sections.join('\n')
  );
}

/** Headings for the titles that are not those of the question before. */
function addSections(state: State, asked: Asked): void {
  const titles = asked.sections.filter(({ length }) => length <= LONGEST_TITLE);
  const same = titles.findIndex((title, at) => title !== state.sections[at]);
  if (same >= 0 || titles.length < state.sections.length) {
    state.composer.reset();
    const from = same < 0 ? Math.max(0, titles.length - 1) : same;
    titles.slice(from).forEach((text, at) =>
      state.builder.add({
        kind: 'heading',
        text,
        level: from + at + 1,
        at: asked.at,
        apart: true,
      }),
    );
    if (titles.length > 0) [state.table, state.row] = [state.table + 1, -1];
  }
  state.sections = titles;
}

function addQuestion(state: State, asked: Asked): void {
  const long = asked.sections.filter(({ length }) => length > LONGEST_TITLE);
  const [first, ...rest] = [...long, ...asked.lines];
  const number = asked.number?.trim() ?? '';
  const lines = first === undefined ? (number === '' ? [] : [number]) : [first, ...rest];
  if (lines.length === 0) return;
  state.composer.reset();
  const cell = placeOf(state, 0, 'question');
  const counts = number !== '' && first !== undefined && parseMarker(first) === null;
  lines.forEach((line, at) => {
    const base = { indent: 0, apart: at === 0, cell, at: asked.at };
    if (at > 0 || !counts) state.composer.line({ ...base, text: line });
    else if (/^(?:q|س)/iu.test(number)) state.composer.line({ ...base, text: `${number} ${line}` });
    else state.composer.line({ ...base, text: line, item: true, marker: number });
  });
  state.composer.reset();
}

function placeOf(state: State, column: number, holds: 'question' | 'answer'): CellPlace {
  return { table: state.table, row: state.row, column, holds };
}

/** A cell's lines; bullets that are indented differently stand at levels of their own. */
function addLines(state: State, { text, at }: CellText, cell: CellPlace): void {
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u);
  const indents = [...new Set(lines.filter((line) => parseMarker(line) !== null).map(indentOf))];
  indents.sort((a, b) => a - b);
  let apart = false;
  for (const line of lines) {
    if (line.trim() === '') {
      apart = true;
      continue;
    }
    const indent = indentOf(line);
    const level = parseMarker(line) === null ? -1 : indents.indexOf(indent);
    splitTags(line).forEach((piece, place) => {
      if (place > 0) state.composer.close();
      state.composer.line({
        text: piece.text,
        indent,
        apart: apart && place === 0,
        cell,
        at,
        listed: piece.listed,
        item: piece.item,
        ...(indents.length > 1 && level >= 0 && place === 0 ? { level } : {}),
      });
    });
    apart = false;
  }
}

function indentOf(line: string): number {
  const space = /^\s{0,200}/u.exec(line)?.[0] ?? '';
  return space.replace(/\t/gu, '    ').length;
}
