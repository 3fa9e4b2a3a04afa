import { describe, expect, it } from 'vitest';
import { textAt } from '../../src/model/text.js';
import type { CodedDocument, Evidence, Statement } from '../../src/model/types.js';
import { ancestorsOf, documentSpans, indexStatements } from '../../src/report/resolve.js';
import { buildDocument } from '../support/build.js';

const base = buildDocument({
  id: 'a',
  statements: [
    { text: 'Priority areas:', codes: [] },
    { text: 'Mobility of workers:', codes: [], parent: 0 },
    { text: 'Visas.', codes: [], parent: 1 },
  ],
});

function statement(coded: CodedDocument, i: number): Statement {
  const found = coded.statements[i];
  if (!found) throw new Error(`no statement ${i}`);
  return found;
}

function evidence(given: Partial<Evidence>): Evidence {
  return { in: 'text', spans: [], quote: '', pattern: 'p', ...given };
}

describe('documentSpans', () => {
  it('finds evidence in a statement that a page has cut in two', () => {
    const text = 'The law on migra-\n--- page 2 ---\ntion was passed.';
    const cut: Statement = {
      ...statement(base, 0),
      spans: [
        [0, 17],
        [33, 49],
      ],
      text: 'The law on migra-tion was passed.',
    };
    const spans = documentSpans(cut, evidence({ spans: [[11, 21]] }), {
      text,
      byId: new Map([[cut.id, cut]]),
    });
    expect(spans).toEqual([
      [11, 17],
      [33, 37],
    ]);
    expect(textAt(text, spans)).toBe('migra-tion');
  });

  it.each([
    [0, 'Priority', [[0, 8]]],
    [1, 'Mobility', [[16, 24]]],
  ])('finds context %i in the ancestor that said it', (index, quote, expected) => {
    const piece = evidence({ in: 'context', index, spans: [[0, 8]], quote });
    const child = statement(base, 2);
    expect(documentSpans(child, piece, indexStatements(base))).toEqual(expected);
  });

  it('gives no place to context that no statement holds', () => {
    const stranger = { ...statement(base, 2), context: ['said elsewhere'] };
    const piece = evidence({ in: 'context', index: 0, spans: [[0, 4]] });
    expect(documentSpans(stranger, piece, indexStatements(base))).toEqual([]);
  });

  it('takes heading evidence as it stands, or else the heading', () => {
    const under: Statement = { ...statement(base, 2), objectiveHeading: [0, 15] };
    const index = indexStatements(base);
    const right = evidence({ in: 'heading', spans: [[0, 8]], quote: 'Priority' });
    const wrong = evidence({ in: 'heading', spans: [[0, 8]], quote: 'Objective 7' });
    expect(documentSpans(under, right, index)).toEqual([[0, 8]]);
    expect(documentSpans(under, wrong, index)).toEqual([[0, 15]]);
    expect(documentSpans(statement(base, 2), wrong, index)).toEqual([]);
  });
});

describe('ancestorsOf', () => {
  it('lists the outermost first', () => {
    const ids = ancestorsOf(statement(base, 2), indexStatements(base)).map(({ id }) => id);
    expect(ids).toEqual(['a#1', 'a#2']);
  });

  it('ends where parents run in a circle', () => {
    const one = { ...statement(base, 0), parent: 'a#2' };
    const two = { ...statement(base, 1), parent: 'a#1' };
    const looped = { ...base, statements: [one, two] };
    expect(ancestorsOf(one, indexStatements(looped))).toEqual([two]);
  });
});
