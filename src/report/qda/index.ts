/**
 * REFI-QDA 1.5: a project (.qdpx) and a codebook (.qdc) that NVivo, MAXQDA, ATLAS.ti
 * and QualCoder open. Standard: https://www.qdasoftware.org
 */
import type { CodedDocument, Coding, Statement } from '../../model/types.js';
import type { Chunks } from '../formats.js';
import type { ReportLanguage } from '../html/strings.js';
import type { RunResult } from '../run-result.js';
import { zipped } from '../zip.js';
import { ABSENT_GUID, codeGuid, codesXml, kindGuid } from './codes.js';
import { guidOf } from './guid.js';
import { plainTextOf } from './plain-text.js';
import type { PlainText } from './plain-text.js';
import { attributes, xmlText } from './xml.js';

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

/** The codebook as REFI-QDA codebook exchange. */
export function codebookQdc(run: RunResult, lang: ReportLanguage): string {
  const { name, version } = run.tool;
  return `${HEAD}<CodeBook xmlns="urn:QDA-XML:codebook:1.0"${attributes({ origin: `${name} ${version}` })}>${codesXml(run, lang)}</CodeBook>\n`;
}

/** The documents with all codings as REFI-QDA project exchange. */
export function projectQdpx(run: RunResult, lang: ReportLanguage): Chunks {
  return zipped(partsOf(run, lang));
}

function* partsOf(
  run: RunResult,
  lang: ReportLanguage,
): Generator<readonly [string, Iterable<string>]> {
  yield ['project.qde', projectXml(run, lang)];
  for (const { document } of run.documents)
    yield [`sources/${sourceGuid(document.id)}.txt`, [plainTextOf(document.text).text]];
}

function sourceGuid(id: string): string {
  return guidOf('source', id);
}

function* projectXml(run: RunResult, lang: ReportLanguage): Generator<string> {
  const { name, version } = run.tool;
  const coders = new Set(run.documents.flatMap(({ codings }) => codings.map(({ coder }) => coder)));
  const users = [...coders]
    .sort()
    .map((coder) => `<User${attributes({ guid: userGuid(coder), name: coder })}/>`);
  const { date } = run.settings;
  const creationDateTime = date === null ? undefined : `${date}T00:00:00Z`;
  yield `${HEAD}<Project xmlns="urn:QDA-XML:project:1.0"${attributes({ name: 'gcm-coverage', origin: `${name} ${version}`, creationDateTime })}>`;
  if (users.length > 0) yield `<Users>${users.join('')}</Users>`;
  yield `<CodeBook>${codesXml(run, lang)}</CodeBook>`;
  if (run.documents.length > 0) {
    yield '<Sources>';
    for (const coded of run.documents) yield* sourceXml(coded);
    yield '</Sources>';
  }
  yield `<Description>${xmlText(`${run.taxonomy.id} ${run.taxonomy.version} (${run.taxonomy.hash})`)}</Description></Project>\n`;
}

function userGuid(coder: string): string {
  return guidOf('user', coder);
}

function* sourceXml({ document, statements, codings }: CodedDocument): Generator<string> {
  const guid = sourceGuid(document.id);
  const plain = plainTextOf(document.text);
  const byStatement = new Map<string, Coding[]>();
  for (const coding of codings)
    byStatement.set(coding.statement, [...(byStatement.get(coding.statement) ?? []), coding]);
  const plainTextPath = `internal://${guid}.txt`;
  yield `<TextSource${attributes({ guid, name: document.metadata.title ?? document.id, plainTextPath })}><Description>${xmlText(document.id)}</Description>`;
  for (const statement of statements)
    yield selectionsXml(statement, byStatement.get(statement.id) ?? [], plain);
  yield '</TextSource>';
}

/** A selection for each piece of a statement that a page cuts; all carry its codes. */
function selectionsXml(
  { id, spans }: Statement,
  codings: readonly Coding[],
  { positionOf }: PlainText,
): string {
  if (codings.length === 0) return '';
  return spans
    .map(([start, end], piece) => {
      const guid = guidOf('selection', id, String(piece));
      const place = { startPosition: positionOf(start), endPosition: positionOf(end) };
      const given = codings.map((coding) => codingsXml(coding, [id, String(piece)])).join('');
      return `<PlainTextSelection${attributes({ guid, name: id, ...place })}>${evidenceXml(codings)}${given}</PlainTextSelection>`;
    })
    .join('');
}

/** Kind, absence and codes of one coder. */
function codingsXml(coding: Coding, place: readonly string[]): string {
  const { coder, kind, absent, codes } = coding;
  const targets = [
    ...(kind === null ? [] : [kindGuid(kind)]),
    ...(absent ? [ABSENT_GUID] : []),
    ...codes.map(({ code, strength }) => codeGuid(code, strength)),
  ];
  return targets
    .map((targetGUID) => {
      const guid = guidOf('coding', ...place, coder, targetGUID);
      return `<Coding${attributes({ guid, creatingUser: userGuid(coder) })}><CodeRef${attributes({ targetGUID })}/></Coding>`;
    })
    .join('');
}

/** Why each code was given, for people to read. */
function evidenceXml(codings: readonly Coding[]): string {
  const lines = codings.flatMap(({ codes }) =>
    codes
      .filter(({ evidence }) => evidence.length > 0)
      .map(({ code, strength, score, evidence }) => {
        const quotes = [...new Set(evidence.map(({ quote }) => quote))].join(' | ');
        return `${code} ${strength} ${score.toFixed(2)}: ${quotes}`;
      }),
  );
  return lines.length === 0 ? '' : `<Description>${xmlText(lines.join('\n'))}</Description>`;
}
