/** Paragraphs and tables of a brief, right to left where the language runs so. */
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';

/** How texts are set. */
export interface Setting {
  readonly rightToLeft: boolean;
  readonly language: string;
}

/** Millimetres in twentieths of a point. */
const MM = 56.7;

/** How a run of text looks; sizes in half points. */
export interface Look {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly color?: string;
  /** Language of a text that is not the brief's. */
  readonly language?: string;
}

/** A run of text; what XML cannot hold is left out. */
export function run(text: string, setting: Setting, look: Look = {}): TextRun {
  const { language = setting.language, ...rest } = look;
  const legal = text.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
  const rightToLeft = language === 'ar';
  return new TextRun({
    ...rest,
    text: legal.replace(/\s+/gu, ' '),
    rightToLeft,
    ...(look.bold === undefined ? {} : { boldComplexScript: look.bold }),
    ...(look.size === undefined ? {} : { sizeComplexScript: look.size }),
    language: rightToLeft
      ? { bidirectional: 'ar-SA' }
      : { value: language === 'und' ? 'en' : language },
  });
}

/** A paragraph; space before and after in points. */
export function paragraph(
  children: readonly TextRun[],
  { rightToLeft }: Setting,
  given: {
    before?: number;
    after?: number;
    center?: boolean;
    indent?: boolean;
    keep?: boolean;
  } = {},
): Paragraph {
  const { before = 0, after = 4, center = false, indent = false, keep = false } = given;
  return new Paragraph({
    children: [...children],
    bidirectional: rightToLeft,
    keepNext: keep,
    spacing: { before: before * 20, after: after * 20 },
    ...(center ? { alignment: AlignmentType.CENTER } : {}),
    ...(indent ? { indent: { start: 4 * MM } } : {}),
  });
}

/** A heading of the document's outline. */
export function heading(text: string, level: 1 | 2 | 3, setting: Setting): Paragraph {
  const levels = { 1: HeadingLevel.TITLE, 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2 };
  return new Paragraph({
    children: [run(text, setting)],
    heading: levels[level],
    bidirectional: setting.rightToLeft,
    keepNext: true,
  });
}

/** A cell: its paragraph, its shade, its width in per cent. */
export interface CellGiven {
  readonly children: readonly Paragraph[];
  readonly shade?: string;
  readonly width?: number;
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'BCC7D1' };

function cell({ children, shade, width }: CellGiven): TableCell {
  return new TableCell({
    children: [...children],
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE },
    ...(shade === undefined
      ? {}
      : { shading: { type: ShadingType.CLEAR, fill: shade, color: 'auto' } }),
    ...(width === undefined ? {} : { width: { size: width, type: WidthType.PERCENTAGE } }),
  });
}

/** Width between the margins of an A4 page, in twentieths of a point. */
const WIDTH = 10_006;

/** Not every program reckons with per cent: the columns' widths are told too. */
function widthsOf(cells: readonly CellGiven[]): number[] {
  return cells.map(({ width }) => Math.floor(((width ?? 100 / cells.length) / 100) * WIDTH));
}

/** A table over the whole width; its first row is the head and is repeated on every page. */
export function table(rows: readonly (readonly CellGiven[])[], { rightToLeft }: Setting): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    visuallyRightToLeft: rightToLeft,
    columnWidths: widthsOf(rows[0] ?? []),
    rows: rows.map(
      (cells, i) =>
        new TableRow({
          ...(i === 0 ? { tableHeader: true } : {}),
          cantSplit: true,
          children: cells.map(cell),
        }),
    ),
  });
}
