/** The parts of a workbook that hold no data: what is where, and how cells look. */
import { cellText, xmlText } from './cells.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A name that a sheet may have: 31 characters, none of them `[]:*?/\`. */
export function sheetName(name: string, at: number): string {
  const plain = name.replace(/[[\]:*?/\\]/gu, ' ').trim();
  return plain === '' ? `Sheet ${at + 1}` : plain.slice(0, 31);
}

/** Contents, relations and the list of sheets, by path. */
export function rootParts(sheets: readonly string[]): Record<string, string> {
  const paths = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const relation = (type: string, target: string, at: number): string =>
    `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const override = (path: string, type: string): string =>
    `<Override PartName="/xl/${path}" ContentType="${TYPE}.${type}+xml"/>`;
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${paths.map((path) => override(path, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation('officeDocument', 'xl/workbook.xml', 0)}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map((name, at) => `<sheet name="${cellText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets><definedNames>${sheets.map(printTitles).join('')}</definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${paths.map((path, at) => relation('worksheet', path, at)).join('')}${relation('styles', 'styles.xml', paths.length)}</Relationships>`,
  };
}

/** The head is printed on every page. */
function printTitles(name: string, at: number): string {
  const quoted = xmlText(name.replaceAll("'", "''"));
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${quoted}'!$1:$1</definedName>`;
}

const FONT = '<sz val="10"/><name val="Calibri"/><family val="2"/>';
const LINES =
  '<left/><right/><top/><bottom style="thin"><color rgb="FFD5DBE1"/></bottom><diagonal/>';

function look(font: number, fill: number, alignment: string, more = ''): string {
  return `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${more}><alignment ${alignment}/></xf>`;
}

/** In the order of `LOOKS`. A text keeps its quote prefix, so that to edit a cell runs no formula. */
const FORMATS = [
  look(0, 0, 'vertical="top"', ' quotePrefix="1"'),
  look(1, 2, 'vertical="center" wrapText="1"'),
  look(0, 0, 'vertical="top" wrapText="1"', ' quotePrefix="1"'),
  look(1, 2, 'horizontal="center" vertical="bottom" textRotation="90" wrapText="1"'),
  look(0, 0, 'horizontal="center" vertical="center"'),
  look(2, 0, 'vertical="center" wrapText="1"', ' quotePrefix="1"'),
  look(0, 0, 'horizontal="center" vertical="top"').replace(
    'numFmtId="0"',
    'numFmtId="2" applyNumberFormat="1"',
  ),
];

/** The styles of every sheet. */
export const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3"><font>${FONT}</font><font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font><font><b/>${FONT}</font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F4E6B"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${LINES}</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${FORMATS.length}">${FORMATS.join('')}</cellXfs></styleSheet>`;
