/** The brief as a Word document. */
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Table } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { wordsIn } from '../../page/strings/index.js';
import type { Words } from '../../page/strings/index.js';
import { fill } from '../html/strings.js';
import { countryName, documentName, type Page } from '../html/names.js';
import { signOf, SIGNS } from '../html/signs.js';
import { zipped } from '../zip.js';
import { groupsOf } from './content.js';
import type { BriefContent, Finding, Quote } from './content.js';
import { heading, paragraph, run, table } from './parts.js';
import type { CellGiven, Setting } from './parts.js';
import { BRIEF_WORDS } from './words.js';
import type { BriefWords } from './words.js';

type Block = Paragraph | Table;

/** What every part of a brief is given. */
interface Brief {
  readonly content: BriefContent;
  readonly page: Page;
  readonly words: Words;
  readonly own: BriefWords;
  readonly setting: Setting;
}

const SMALL = 16;
const SOFT = '4C5A69';
/** Shades of standings; their names and signs stand beside them. */
const SHADES: Readonly<Record<string, string>> = {
  results: '86B8DA',
  actions: 'BFD9EB',
  described: 'BFD9EB',
  planned: 'E4EFF7',
  lacking: 'FBE3DF',
  mentioned: 'FDF3D3',
};

/** The bytes of a brief: the same content gives the same bytes. */
export async function briefDocument(content: BriefContent, page: Page): Promise<Uint8Array[]> {
  const { lang } = page;
  const setting = { rightToLeft: lang === 'ar', language: lang };
  const brief: Brief = { content, page, words: wordsIn(lang), own: BRIEF_WORDS[lang], setting };
  const bytes = await Packer.toBuffer(documentOf(brief));
  return repacked(bytes, page.run.settings.date);
}

/** The library writes the time into the file: it is taken out, and the archive packed anew. */
function repacked(bytes: Uint8Array, date: string | null): Uint8Array[] {
  const time = `${date ?? '1980-01-01'}T00:00:00Z`;
  const parts = Object.entries(unzipSync(bytes)).map(
    ([name, part]): [string, (string | Uint8Array)[]] => {
      if (name !== 'docProps/core.xml') return [name, [part]];
      const text = strFromU8(part).replace(/(<dcterms:\w+[^>]*>)[^<]*/gu, `$1${time}`);
      return [name, [text]];
    },
  );
  return [...zipped(parts)];
}

function documentOf(brief: Brief): Document {
  const { content, page, own, setting } = brief;
  const title = fill(own.title, { row: content.name });
  const { tool, taxonomy, settings } = page.run;
  const made = [
    settings.date ?? '',
    `${tool.name} ${tool.version}`,
    `${taxonomy.id} ${taxonomy.version}`,
  ];
  const children: Block[] = [
    heading(title, 1, setting),
    paragraph(
      [run(made.filter(Boolean).join(' · '), setting, { size: SMALL, color: SOFT })],
      setting,
      { after: 6 },
    ),
    ...readPart(brief),
    ...stripPart(brief),
    ...saysPart(brief),
    ...evidencePart(brief),
    ...aboutPart(brief),
  ];
  return new Document({
    title,
    creator: tool.name,
    lastModifiedBy: tool.name,
    styles: stylesOf(setting),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 900, bottom: 850, left: 950, right: 950 },
          },
        },
        footers: { default: footerOf(brief) },
        children,
      },
    ],
  });
}

function stylesOf({ rightToLeft, language }: Setting) {
  const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Calibri' };
  const head = (size: number, before: number) => ({
    run: {
      size,
      sizeComplexScript: size,
      bold: true,
      boldComplexScript: true,
      color: '103E5C',
      font,
    },
    paragraph: { spacing: { before, after: 80 } },
  });
  return {
    default: {
      document: {
        run: {
          size: 19,
          sizeComplexScript: 19,
          font,
          language: rightToLeft ? { bidirectional: 'ar-SA' } : { value: language },
        },
      },
      title: head(34, 0),
      heading1: head(25, 200),
      heading2: head(20, 120),
    },
  };
}

function footerOf({ own, setting }: Brief): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        bidirectional: setting.rightToLeft,
        children: [
          run(`${own.page} `, setting, { size: SMALL, color: SOFT }),
          new TextRun({
            children: [PageNumber.CURRENT],
            size: SMALL,
            sizeComplexScript: SMALL,
            color: SOFT,
          }),
        ],
      }),
    ],
  });
}

/** Documents that are listed; a region may have many. */
const LISTED = 8;

function readPart({ content, page, words, own, setting }: Brief): Block[] {
  const { columns } = words;
  const heads = [
    columns.document,
    columns.country,
    columns.year,
    columns.language,
    columns.statements,
  ];
  const lines = content.documents.slice(0, LISTED).map((coded) => {
    const { document, detection, statements, countedAs } = coded;
    const { country, year } = document.metadata;
    const name = documentName(document.id, page);
    return [
      countedAs === undefined ? name : `${name} (${fill(words.countedAs, { id: countedAs })})`,
      countryName(country ?? '', page),
      String(year ?? '–'),
      words.languages[detection.language],
      String(statements.length),
    ];
  });
  const left = content.documents.length - LISTED;
  const more =
    left > 0
      ? [paragraph([run(fill(own.others, { n: left }), setting, { size: SMALL })], setting)]
      : [];
  return [
    heading(own.read, 2, setting),
    textTable(heads, lines, [44, 18, 10, 14, 14], setting),
    ...more,
  ];
}

/** A table of texts with its head. */
function textTable(
  heads: readonly string[],
  lines: readonly (readonly string[])[],
  widths: readonly number[],
  setting: Setting,
): Table {
  const cellOf = (text: string, i: number, bold: boolean): CellGiven => ({
    children: [paragraph([run(text, setting, { size: 17, bold })], setting, { after: 0 })],
    width: widths[i] ?? 10,
    ...(bold ? { shade: 'E9F0F5' } : {}),
  });
  return table(
    [
      heads.map((head, i) => cellOf(head, i, true)),
      ...lines.map((line) => line.map((text, i) => cellOf(text, i, false))),
    ],
    setting,
  );
}

/** All objectives in one line: number, and sign on a shade. */
function stripPart({ content, page, words, own, setting }: Brief): Block[] {
  const { findings } = content;
  const numberOf = ({ code }: Finding): string => String(page.codes.get(code)?.objective ?? code);
  const small = (text: string, bold: boolean) => [
    paragraph([run(text, setting, { size: 15, bold })], setting, { after: 0, center: true }),
  ];
  const head = findings.map((one) => ({ children: small(numberOf(one), true), shade: 'E9F0F5' }));
  const cells = findings.map((one) => ({
    children: small(signOf(one.cell), false),
    shade: SHADES[one.standing] ?? 'FFFFFF',
  }));
  const used = new Set(findings.map(({ cell }) => cell.status));
  const signs = Object.entries(SIGNS)
    .filter(([status]) => used.has(status as Finding['cell']['status']))
    .map(([status, sign]) => `${sign} ${words.status[status as keyof typeof words.status]}`);
  const note = fill(own.stripNote, { signs: signs.join(words.list) }).replace(/ \.$/u, '');
  return [
    heading(own.strip, 2, setting),
    table([head, cells], setting),
    paragraph([run(note, setting, { size: SMALL, color: SOFT })], setting, { before: 3 }),
  ];
}

function saysPart({ content, words, own, setting }: Brief): Block[] {
  const text = (words_: string, bold: boolean) => [
    paragraph([run(words_, setting, { size: 18, bold })], setting, { after: 0 }),
  ];
  const head = [words.page.standing, own.objectives].map((one, i) => ({
    children: text(one, true),
    shade: 'E9F0F5',
    width: i === 0 ? 30 : 70,
  }));
  const lines = groupsOf(content).map(({ standing, findings }) => [
    {
      children: text(`${words.page.standings[standing]} (${findings.length})`, true),
      shade: SHADES[standing] ?? 'FFFFFF',
      width: 30,
    },
    { children: text(findings.map(({ name }) => name).join(' · '), false), width: 70 },
  ]);
  return [heading(own.says, 2, setting), table([head, ...lines], setting)];
}

function evidencePart(brief: Brief): Block[] {
  const { content, words, own, setting } = brief;
  const quoted = content.findings.filter(({ quotes }) => quotes.length > 0);
  if (quoted.length === 0) return [];
  return [
    heading(own.evidence, 2, setting),
    paragraph([run(own.quotesNote, setting, { size: SMALL, color: SOFT })], setting),
    ...quoted.flatMap(({ name, standing, quotes }) => [
      heading(`${name} – ${words.page.standings[standing]}`, 3, setting),
      ...quotes.map((quote) => quoteParagraph(quote, brief)),
    ]),
  ];
}

/** The words in their own language and direction, then kind and place. */
function quoteParagraph(
  { text, language, kind, place }: Quote,
  { words, setting }: Brief,
): Paragraph {
  const own = { ...setting, rightToLeft: language === 'ar' };
  const notes = [kind === null ? '' : words.kinds[kind], place].filter(Boolean).join(', ');
  return paragraph(
    [
      run(text, own, { size: 18, language }),
      run('  ', setting),
      run(`[${notes}]`, setting, { size: 15, color: SOFT }),
    ],
    own,
    { after: 3, indent: true },
  );
}

function aboutPart({ content, page, own, words, setting }: Brief): Block[] {
  const { taxonomy, accuracy } = page.run;
  const coders = new Set(
    content.documents.flatMap(({ codings }) => codings.map(({ coder }) => coder)),
  );
  const coder =
    [...coders]
      .filter((one) => one !== 'author')
      .sort()
      .join(words.list) || '–';
  const name = `${taxonomy.id} ${taxonomy.version}`;
  const percent = (share: number | null): string =>
    share === null ? '–' : fill(words.percent, { n: Math.round(share * 100) });
  const texts = [
    fill(own.aboutText, { coder, taxonomy: name }),
    ...(accuracy === undefined
      ? []
      : [
          fill(own.accuracyText, {
            n: accuracy.statements,
            precision: percent(accuracy.objectives.precision),
            recall: percent(accuracy.objectives.recall),
          }),
        ]),
    words.gapNotes,
  ];
  return [
    heading(own.about, 2, setting),
    ...texts.map((text) => paragraph([run(text, setting, { size: 17 })], setting)),
  ];
}
