import { describe, expect, it } from 'vitest';
import { terminalMatrix } from '../../src/report/terminal.js';
import { displayWidth, truncate, wrap } from '../../src/report/width.js';
import { buildCode, buildDocument, buildRun } from '../support/build.js';
import { DOCUMENTS, RUN } from './sample.js';

const ALL = Array.from({ length: 23 }, (_, i) =>
  buildCode(`O${String(i + 1).padStart(2, '0')}`, 'objective', `Objective number ${i + 1}`),
);

describe('terminalMatrix', () => {
  it('shows numbers and signs', () => {
    expect(terminalMatrix(RUN)).toBe(
      [
        'country  7 10 13',
        'XAA      .  1  .',
        'XAB      .  . x1',
        'XAC      ?  ?  ?',
        '',
        '12 = statements that treat it   ~2 = only mentioned   x1 = only reported missing',
        '. = not mentioned   - = asked, not answered   ? = not readable   / = not asked',
        '',
        '7 Vulnerabilities · 10 Trafficking · 13 Detention',
        '',
        'Statements read: 4 · with an objective: 3 · not read: 1',
        '',
      ].join('\n'),
    );
  });

  it.each([40, 60, 80, 100, 200])('keeps within %i columns', (width) => {
    const long = buildDocument({
      id: 'x',
      region: 'A region with a very long name indeed',
    });
    const run = buildRun([...DOCUMENTS, long], { by: 'region', codes: ALL });
    for (const line of terminalMatrix(run, { width }).split('\n'))
      expect(displayWidth(line), line).toBeLessThanOrEqual(width);
  });

  it('shows every objective, in as many blocks as it takes', () => {
    const text = terminalMatrix(buildRun(DOCUMENTS, { codes: ALL }), { width: 40 });
    const heads = text.split('\n').filter((line) => line.startsWith('country'));
    const shown = heads.flatMap((line) => line.split(/\s+/).slice(1).map(Number));
    expect(shown).toEqual(ALL.map(({ objective }) => objective));
  });

  it('colours only when told to, and changes nothing else', () => {
    const escape = String.fromCharCode(27);
    const coloured = terminalMatrix(RUN, { color: true });
    expect(terminalMatrix(RUN)).not.toContain(escape);
    expect(coloured).toContain(escape);
    expect(coloured.replaceAll(new RegExp(`${escape}\\[\\d+m`, 'g'), '')).toBe(terminalMatrix(RUN));
  });

  it('lets no text of a document steer the terminal', () => {
    const bad = buildDocument({ id: 'x', country: '\u001b[2J\u202eX\n' });
    const text = terminalMatrix(buildRun([bad]));
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{C}/u);
  });

  it('says so where there is nothing', () => {
    expect(terminalMatrix(buildRun([]))).toBe('No documents, so no coverage.\n');
  });
});

describe('width', () => {
  it.each([
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['الأردن', 6],
    ['日本', 4],
  ])('of %s is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it('cuts and wraps by columns', () => {
    expect(truncate('日本語', 5)).toBe('日本…');
    expect(truncate('abc', 3)).toBe('abc');
    const entries = ['aa', 'bb', 'cc'].map((text) => ({ text, painted: text }));
    expect(wrap(entries, 6, ', ')).toBe('aa, bb\ncc');
  });
});
