/** Writes small tagged PDFs by hand: a structure tree whose leaves are words at places. */
import { pdf } from '../../support/packed.js';
import type { PdfObject } from '../../support/packed.js';
import type { Text } from './make.js';

/** Words of one marked content, on one page (from 0). */
export interface Leaf {
  readonly page?: number;
  readonly texts: readonly Text[];
}

/** An element with its role, and what is in it. */
export interface Tag {
  readonly role: string;
  readonly kids: readonly (Tag | Leaf)[];
}

/** Words that the tree leaves out: an artifact, or marked with nothing. */
export interface Loose extends Leaf {
  readonly artifact?: boolean;
}

interface Work {
  readonly objects: (string | PdfObject)[];
  /** Operators of each page. */
  readonly contents: string[];
  /** Elements of each page's marks. */
  readonly parents: number[][];
}

const FIRST_PAGE = 6;

/** Makes a tagged PDF of A4 pages; `roles` are those of its role map. */
export function makeTagged(
  root: Tag,
  loose: readonly Loose[] = [],
  roles: Readonly<Record<string, string>> = {},
): Uint8Array {
  const count = 1 + Math.max(0, ...leavesOf(root).map(({ page = 0 }) => page));
  const pages = Array.from({ length: count }, (_, at) => at);
  const font = (name: string): string =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const map = Object.entries(roles).map(([name, role]) => `/${name} /${role}`);
  const work: Work = {
    objects: [
      '<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 5 0 R >>',
      `<< /Type /Pages /Count ${count} /Kids [${pages.map((at) => `${FIRST_PAGE + 2 * at} 0 R`).join(' ')}] >>`,
      font('Helvetica'),
      font('Helvetica-Bold'),
      ...Array.from({ length: 1 + 2 * count }, () => ''),
    ],
    contents: pages.map(() => ''),
    parents: pages.map(() => []),
  };
  const top = write(root, 5, work);
  for (const { page = 0, texts, artifact = false } of loose)
    work.contents[page] += artifact ? `/Artifact BMC\n${drawn(texts)}EMC\n` : drawn(texts);
  const tree = work.parents.map((own, at) => `${at} [${own.map((one) => `${one} 0 R`).join(' ')}]`);
  work.objects[4] = `<< /Type /StructTreeRoot /K [${top} 0 R] /ParentTree << /Nums [${tree.join(' ')}] >> /RoleMap << ${map.join(' ')} >> >>`;
  for (const at of pages) {
    const place = FIRST_PAGE - 1 + 2 * at;
    work.objects[place] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /StructParents ${at} /Contents ${place + 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`;
    work.objects[place + 1] = { value: '<< >>', stream: Buffer.from(work.contents[at]!, 'latin1') };
  }
  return pdf(work.objects);
}

function isLeaf(kid: Tag | Leaf): kid is Leaf {
  return 'texts' in kid;
}

function leavesOf({ kids }: Tag): Leaf[] {
  return kids.flatMap((kid) => (isLeaf(kid) ? [kid] : leavesOf(kid)));
}

/** Writes an element and gives its object's number. */
function write({ role, kids }: Tag, parent: number, work: Work): number {
  const own = work.objects.push('');
  const children = kids.map((kid) => {
    if (!isLeaf(kid)) return `${write(kid, own, work)} 0 R`;
    const { page = 0, texts } = kid;
    const mark = work.parents[page]!.push(own) - 1;
    work.contents[page] += `/${role} << /MCID ${mark} >> BDC\n${drawn(texts)}EMC\n`;
    return `<< /Type /MCR /Pg ${FIRST_PAGE + 2 * page} 0 R /MCID ${mark} >>`;
  });
  work.objects[own - 1] =
    `<< /Type /StructElem /S /${role} /P ${parent} 0 R /K [${children.join(' ')}] >>`;
  return own;
}

function drawn(texts: readonly Text[]): string {
  return texts
    .map(
      ({ x, y, text, size = 10, bold = false }) =>
        `BT /${bold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/gu, '\\$&')}) Tj ET\n`,
    )
    .join('');
}
