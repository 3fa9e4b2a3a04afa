/** What is new since the run before: a page, a text for mail, and the data. */
import type { NewsInput } from '../../model/news.js';
import type { Output } from '../formats.js';
import type { ReportLanguage } from '../html/strings.js';
import { newsHtml } from './html.js';
import { newsMarkdown } from './markdown.js';

/** what-is-new.html, .md and .json. */
export function newsFiles(news: NewsInput, lang: ReportLanguage): Output[] {
  return [
    { name: 'what-is-new.html', make: () => [newsHtml(news, lang)] },
    { name: 'what-is-new.md', make: () => [newsMarkdown(news, lang)] },
    { name: 'what-is-new.json', make: () => [`${JSON.stringify(news, null, 1)}\n`] },
  ];
}
