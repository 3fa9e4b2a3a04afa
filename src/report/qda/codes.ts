/** The codes of a REFI-QDA project: objectives, themes, kinds, and "reported missing". */
import { KINDS } from '../../model/types.js';
import type { Kind, Strength } from '../../model/types.js';
import { STRINGS, type ReportLanguage } from '../html/strings.js';
import { labelFor, titleFor } from '../labels.js';
import type { ReportCode, RunResult } from '../run-result.js';
import { guidOf } from './guid.js';
import { attributes, xmlText } from './xml.js';

/** A code as REFI-QDA knows it. */
interface QdaCode {
  readonly guid: string;
  readonly name: string;
  readonly description?: string;
  /** False for a heading that only gathers others. */
  readonly codable: boolean;
  readonly color?: string;
  readonly inner: readonly QdaCode[];
}

const COLORS = {
  objective: '#2C71A3',
  theme: '#3B8268',
  kind: '#8A6100',
  absent: '#8A1F11',
} as const;

/** GUID of a code at a strength: that it is only mentioned is a code of its own below it. */
export function codeGuid(code: string, strength: Strength): string {
  return strength === 'mention' ? guidOf('code', code, strength) : guidOf('code', code);
}

/** GUID of a kind of statement. */
export function kindGuid(kind: Kind): string {
  return guidOf('kind', kind);
}

/** GUID of "reported missing". */
export const ABSENT_GUID = guidOf('absent');

/** `<Codes>` with everything that codings may refer to, in a language. */
export function codesXml(run: RunResult, lang: ReportLanguage): string {
  return `<Codes>${treeOf(run, lang).map(codeXml).join('')}</Codes>`;
}

function treeOf({ codes }: RunResult, lang: ReportLanguage): QdaCode[] {
  const strings = STRINGS[lang];
  const ofKind = (kind: ReportCode['kind']): QdaCode[] =>
    codes.filter((code) => code.kind === kind).map((code) => ownCode(code, lang));
  const heading = (name: string, inner: readonly QdaCode[]): QdaCode => ({
    guid: guidOf('heading', String(inner[0]?.guid)),
    name,
    codable: false,
    inner,
  });
  const kinds = KINDS.map((kind): QdaCode => ({
    guid: kindGuid(kind),
    name: strings.kinds[kind],
    codable: true,
    color: COLORS.kind,
    inner: [],
  }));
  const absent: QdaCode = {
    guid: ABSENT_GUID,
    name: strings.absent,
    codable: true,
    color: COLORS.absent,
    inner: [],
  };
  return [
    heading(strings.sections.objectives, ofKind('objective')),
    heading(strings.sections.themes, ofKind('theme')),
    heading(strings.kindsHeading, kinds),
    absent,
  ].filter(({ codable, inner }) => codable || inner.length > 0);
}

function ownCode(code: ReportCode, lang: ReportLanguage): QdaCode {
  const name = `${code.code} ${labelFor(code, lang)}`;
  const color = COLORS[code.kind];
  const mention: QdaCode = {
    guid: codeGuid(code.code, 'mention'),
    name: `${name} (${STRINGS[lang].strengths.mention})`,
    codable: true,
    color,
    inner: [],
  };
  return {
    guid: codeGuid(code.code, 'substantive'),
    name,
    description: titleFor(code, lang),
    codable: true,
    color,
    inner: [mention],
  };
}

function codeXml({ guid, name, description, codable, color, inner }: QdaCode): string {
  const told =
    description === undefined ? '' : `<Description>${xmlText(description)}</Description>`;
  return `<Code${attributes({ guid, name, isCodable: String(codable), color })}>${told}${inner.map(codeXml).join('')}</Code>`;
}
