import type { NewsInput } from '../../model/news.js';
import { foldSpace } from '../../model/text.js';
import type { ReportLanguage } from '../html/strings.js';
import { newsContent, type NewsContent, type Section } from './content.js';

/** what-is-new.md: to mail, or to read as it is. */
export function newsMarkdown(news: NewsInput, lang: ReportLanguage): string {
  return contentMarkdown(newsContent(news, lang));
}

/** Titles, paragraphs and tables as Markdown. */
export function contentMarkdown({ title, lead, sections }: NewsContent): string {
  const parts = [`# ${plain(title)}`, ...lead.map(plain), ...sections.map(sectionMarkdown)];
  return `${parts.join('\n\n')}\n`;
}

function sectionMarkdown({ title, paragraphs, table }: Section): string {
  const lines =
    table === null
      ? []
      : [
          [
            rowOf(table.heads),
            rowOf(table.heads.map(() => '---')),
            ...table.rows.map((row) => rowOf(row.map(plain))),
          ].join('\n'),
        ];
  return [`## ${plain(title)}`, ...paragraphs.map(plain), ...lines].join('\n\n');
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Texts of documents are no Markdown: what would be read as such is escaped. */
function plain(text: string): string {
  return foldSpace(text).replace(/[\\`*_[\]<>|#~]/gu, (sign) => `\\${sign}`);
}
