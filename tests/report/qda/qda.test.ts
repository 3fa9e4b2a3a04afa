import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync, zipSync, strToU8 } from 'fflate';
import fc from 'fast-check';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CodedDocument, Kind } from '../../../src/model/types.js';
import { KINDS } from '../../../src/model/types.js';
import { readQdpx } from '../../../src/readers/qdpx.js';
import type { QdaProject } from '../../../src/readers/qdpx.js';
import { REPORT_LANGUAGES } from '../../../src/report/index.js';
import type { RunResult } from '../../../src/report/index.js';
import { ABSENT_GUID, codeGuid, kindGuid } from '../../../src/report/qda/codes.js';
import { codebookQdc, projectQdpx } from '../../../src/report/qda/index.js';
import { plainTextOf } from '../../../src/report/qda/plain-text.js';
import { sortedRun } from '../../../src/report/sorted.js';
import { buildDocument, buildRun } from '../../support/build.js';
import { DOCUMENTS, RUN } from '../sample.js';

const LIMITS = { unpackedMegabytes: 100 };

function bytesOf(run: RunResult, lang: 'en' | 'fr' | 'es' | 'ar' = 'en'): Uint8Array {
  return Buffer.concat([...(projectQdpx(sortedRun(run), lang) as Iterable<Uint8Array>)]);
}

/** Problems that a schema of the standard finds. */
function problemsOf(xml: string, schema: 'project' | 'codebook'): string[] {
  const path = fileURLToPath(new URL(`${schema}.xsd`, import.meta.url));
  const xsd = XmlDocument.fromBuffer(readFileSync(path), { url: path });
  const document = XmlDocument.fromString(xml);
  const validator = XsdValidator.fromDoc(xsd);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    return [(error as Error).message];
  } finally {
    validator.dispose();
    document.dispose();
    xsd.dispose();
  }
}

/** A document whose text has CRLF, signs beyond the basic plane and halves of such, and a statement in two pieces. */
function oddDocument(): CodedDocument {
  const text = '👩‍👧 one\r\nتدريب القضاة\rhalf \ud83d sign\r\n𝔘two cut\r\npage\r\npieces 🚀 end';
  const at = (words: string): [number, number] => {
    const start = text.indexOf(words);
    return [start, start + words.length];
  };
  const made = buildDocument({
    id: 'odd & <strange> "id"',
    title: 'T\u0000itle',
    language: 'ar',
    statements: [
      { text: 'تدريب القضاة', codes: ['O10', 'data~'], kind: 'result' },
      { text: 'half', codes: ['O07~'], absent: true, kind: 'need' },
      { text: 'two cut pieces 🚀', codes: ['O13'], kind: null },
    ],
  });
  const spans = [[at('تدريب القضاة')], [at('half \ud83d sign')], [at('𝔘two cut'), at('pieces 🚀')]];
  return {
    ...made,
    document: { ...made.document, text },
    statements: made.statements.map((one, i) => ({ ...one, spans: spans[i]! })),
    codings: [...made.codings, { ...made.codings[0]!, coder: 'human:AB', codes: [] }],
  };
}

/** Codings as a reader gets them: statement, coder, place, text and codes. */
function codingsIn({ sources, users }: QdaProject) {
  return sources.flatMap(({ description, text, selections }) =>
    selections.flatMap(({ name, span, codings }) =>
      codings.map(({ code, user }) => ({
        document: description,
        statement: name,
        words: text.slice(...span),
        coder: users.get(user ?? ''),
        code,
      })),
    ),
  );
}

/** The same from the run itself. */
function codingsOf({ documents }: RunResult) {
  return documents.flatMap(({ document, statements, codings }) =>
    statements.flatMap((statement) =>
      statement.spans.flatMap(([start, end]) =>
        codings
          .filter((coding) => coding.statement === statement.id)
          .flatMap(({ coder, kind, absent, codes }) =>
            [
              ...(kind === null ? [] : [kindGuid(kind)]),
              ...(absent ? [ABSENT_GUID] : []),
              ...codes.map(({ code, strength }) => codeGuid(code, strength)),
            ].map((code) => ({
              document: document.id,
              statement: statement.id,
              words: plainTextOf(document.text.slice(start, end)).text,
              coder,
              code,
            })),
          ),
      ),
    ),
  );
}

beforeAll(() => void xmlRegisterFsInputProviders());

describe('project.qdpx', () => {
  const run = sortedRun(buildRun([...DOCUMENTS, oddDocument()]));

  it.each(REPORT_LANGUAGES)('is valid by the schema of the standard (%s)', (lang) => {
    const parts = unzipSync(bytesOf(run, lang));
    expect(problemsOf(strFromU8(parts['project.qde']!), 'project')).toEqual([]);
    expect(Object.keys(parts)).toHaveLength(1 + run.documents.length);
  });

  it('is valid without documents or date', () => {
    const none = { ...buildRun([]), settings: { by: 'country', date: null } } as const;
    expect(problemsOf(strFromU8(unzipSync(bytesOf(none))['project.qde']!), 'project')).toEqual([]);
  });

  it('gives the same codings at the same places when it is read back', () => {
    const read = codingsIn(readQdpx(bytesOf(run), LIMITS));
    expect(read).toEqual(codingsOf(run));
    expect(read.map(({ words }) => words)).toContain('pieces 🚀');
    expect(read.map(({ words }) => words)).toContain('half \ufffd sign');
  });

  it('knows each code by one name and place', () => {
    const { codes } = readQdpx(bytesOf(run, 'fr'), LIMITS);
    expect(codes.get(codeGuid('O10', 'substantive'))?.name).toBe('O10 Trafficking');
    expect(codes.get(codeGuid('O10', 'mention'))?.parent).toBe(codeGuid('O10', 'substantive'));
    for (const kind of KINDS as readonly Kind[]) expect(codes.has(kindGuid(kind))).toBe(true);
  });

  it('has line ends LF alone, and positions that count code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, any) => {
        const whole = text.replaceAll('a', '\r\n').replaceAll('b', '\r');
        const plain = plainTextOf(whole);
        expect(plain.text).not.toContain('\r');
        const points = [...plain.text];
        const at = any % (whole.length + 1);
        const position = plain.positionOf(at);
        expect(position).toBeLessThanOrEqual(points.length);
        expect(plain.positionOf(whole.length)).toBe(points.length);
        const inside = whole[at - 1] === '\r' && whole[at] === '\n';
        const split = at > 0 && [...whole.slice(at - 1, at + 1)].length === 1;
        if (!inside && !split)
          expect(points.slice(0, position).join('')).toBe(plainTextOf(whole.slice(0, at)).text);
      }),
    );
  });

  it('is the same bytes each time, and GUIDs keep to what they name', () => {
    expect(Buffer.from(bytesOf(run)).equals(Buffer.from(bytesOf(run)))).toBe(true);
    const alone = readQdpx(bytesOf(buildRun([DOCUMENTS[0]!])), LIMITS);
    const together = readQdpx(bytesOf(run), LIMITS);
    expect(together.sources.map(({ guid }) => guid)).toContain(alone.sources[0]?.guid);
  });

  it('is read with GUIDs in capitals and braces, and texts inside', () => {
    const xml = `<Project xmlns="urn:QDA-XML:project:1.0" name="p"><CodeBook><Codes><Code guid="{AB}" name="c" isCodable="true"/></Codes></CodeBook>
      <Sources><TextSource guid="S"><PlainTextContent>a🚀b</PlainTextContent><PlainTextSelection startPosition="1" endPosition="3">
      <Coding guid="x"><CodeRef targetGUID="ab"/></Coding></PlainTextSelection></TextSource></Sources></Project>`;
    const { sources, codes } = readQdpx(zipSync({ 'project.qde': strToU8(xml) }), LIMITS);
    expect(codes.get('ab')?.name).toBe('c');
    expect(sources[0]?.selections).toEqual([
      { name: '', span: [1, 4], codings: [{ code: 'ab', user: null }] },
    ]);
  });

  it('is refused where it is none', () => {
    expect(() => readQdpx(zipSync({ 'a.txt': strToU8('x') }), LIMITS)).toThrow(/project\.qde/u);
    const evil = strToU8('<!DOCTYPE a [<!ENTITY b "c">]><Project/>');
    expect(() => readQdpx(zipSync({ 'project.qde': evil }), LIMITS)).toThrow(/document type/u);
  });
});

describe('codebook.qdc', () => {
  it.each(REPORT_LANGUAGES)('is valid by the schema of the standard (%s)', (lang) => {
    expect(problemsOf(codebookQdc(RUN, lang), 'codebook')).toEqual([]);
  });

  it('is not called valid when it is not', () => {
    const broken = codebookQdc(RUN, 'en').replace('isCodable="true"', '');
    expect(problemsOf(broken, 'codebook')).not.toEqual([]);
  });
});
