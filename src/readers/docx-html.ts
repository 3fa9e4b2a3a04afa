/** Reads mammoth's HTML as a stream: words and tables, with the facts that were found of each paragraph. */
import { Parser } from 'htmlparser2';
import { MARK, type Facts } from './docx-writer.js';
import type { Flow } from './flow.js';

interface State {
  readonly flow: Flow;
  readonly facts: readonly Facts[];
  words: string[];
  mark: number | null;
  /** Words of the note that is open. */
  note: string[] | null;
  /** A reference mark, whose own text is no words. */
  reference: boolean;
  /** A reference stood right before: words around it must not grow together. */
  gap: boolean;
  head: boolean;
}

const PLAIN: Facts = { start: 0, hang: 0 };

/** Gives the paragraphs, tables and notes of mammoth's HTML to a flow. */
export function readMammoth(html: string, facts: readonly Facts[], flow: Flow): void {
  const state: State = {
    flow,
    facts,
    words: [],
    mark: null,
    note: null,
    reference: false,
    gap: false,
    head: false,
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(state, name, attributes),
      onclosetag: (name) => close(state, name),
      ontext: (text) => addText(state, text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(html);
}

function addText(state: State, text: string): void {
  if (state.reference) return;
  const last = state.words.at(-1) ?? '';
  if (state.gap && /[\p{L}\p{N}]$/u.test(last) && /^[\p{L}\p{N}]/u.test(text))
    state.words.push(' ');
  state.gap = false;
  state.words.push(text);
}

function open(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  const { flow } = state;
  if (name === 'p') state.words = [];
  else if (name === 'br') state.words.push('\n');
  else if (name === 'a') openAnchor(state, attributes);
  else if (name === 'li') state.note = [];
  else if (name === 'table') flow.openTable();
  else if (name === 'thead') state.head = true;
  else if (name === 'tbody') state.head = false;
  else if (name === 'tr') flow.openRow(state.head);
  else if (name === 'td' || name === 'th')
    flow.openCell(count(attributes['colspan'], 63), count(attributes['rowspan'], 5000));
}

function openAnchor(state: State, attributes: Readonly<Record<string, string>>): void {
  const { id = '', href } = attributes;
  if (href !== undefined) state.reference = true;
  else if (id.startsWith(MARK) && (state.mark === null || isBlank(state)))
    state.mark = Number(id.slice(MARK.length));
}

function isBlank({ words }: State): boolean {
  return words.every((text) => text.trim() === '');
}

function count(value: string | undefined, most: number): number {
  const number = Number.parseInt(value ?? '1', 10);
  return Number.isFinite(number) ? Math.min(Math.max(number, 1), most) : 1;
}

function close(state: State, name: string): void {
  if (name === 'a') {
    state.gap ||= state.reference;
    state.reference = false;
  } else if (name === 'p') endParagraph(state);
  else if (name === 'li') {
    state.flow.note((state.note ?? []).join(' '));
    state.note = null;
  } else if (name === 'thead') state.head = false;
  else if (name === 'table') state.flow.closeTable();
}

function endParagraph(state: State): void {
  const text = state.words.join('');
  const facts = (state.mark === null ? undefined : state.facts[state.mark]) ?? PLAIN;
  if (state.note === null) state.flow.paragraph({ ...facts, text });
  else state.note.push(text);
  state.words = [];
  state.mark = null;
  state.gap = false;
}
