/** Mails what is new, and what could not be mailed the last time. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sendMail } from './adapters/mail.js';
import type { Mail, MailWay } from './adapters/mail.js';
import { writeWhole } from './adapters/files.js';
import { NEWS_FILE } from './adapters/report-folder.js';
import type { NewsInput } from './model/news.js';
import type { ReportLanguage } from './report/index.js';
import { newsContent } from './report/news/content.js';
import { contentHtml, newsHtml } from './report/news/html.js';
import { contentMarkdown, newsMarkdown } from './report/news/markdown.js';

/** To whom, and how. */
export interface MailSettings {
  readonly from: string;
  readonly to: readonly string[];
  readonly way: MailWay;
  readonly language: ReportLanguage;
}

/** In a report's folder until its mail has left. */
export const PENDING_FILE = 'mail-pending';

/** Notes that a report is to be mailed. */
export function expectMail(folder: string): void {
  writeWhole(join(folder, PENDING_FILE), ['not mailed yet\n']);
}

/**
 * Mails every report that waits for it, the oldest first.
 * @returns number of mails
 * @throws MailError when one does not leave (GCM171); it goes on waiting
 */
export async function mailWaiting(out: string, settings: MailSettings): Promise<number> {
  const waiting = existsSync(out)
    ? readdirSync(out)
        .filter((name) => name !== 'latest' && existsSync(join(out, name, PENDING_FILE)))
        .sort()
    : [];
  for (const name of waiting) {
    const news = JSON.parse(readFileSync(join(out, name, NEWS_FILE), 'utf8')) as NewsInput;
    await sendMail(mailOf(news, settings), settings.way);
    rmSync(join(out, name, PENDING_FILE));
  }
  return waiting.length;
}

function mailOf(news: NewsInput, { from, to, language }: MailSettings): Mail {
  const { title } = newsContent(news, language);
  return {
    from,
    to,
    subject: title,
    text: newsMarkdown(news, language),
    html: newsHtml(news, language),
  };
}

/**
 * Mails in short that nothing is new since a run.
 * @throws MailError when it does not leave (GCM171)
 */
export async function mailNothing(last: NewsInput, settings: MailSettings): Promise<void> {
  const { from, to, language, way } = settings;
  const quiet: NewsInput = {
    ...last,
    previous: last.run,
    documents: [],
    recoded: [],
    moves: null,
    uncertain: [],
    unchanged: last.run.documents,
    coverage: { before: last.coverage.after, after: last.coverage.after },
  };
  const content = newsContent(quiet, language);
  const mail = {
    from,
    to,
    subject: content.title,
    text: contentMarkdown(content),
    html: contentHtml(content, language, last.run.tool.name),
  };
  await sendMail(mail, way);
}

/** The news of the newest report, or null where there is none. */
export function latestNews(out: string): NewsInput | null {
  const path = join(out, 'latest', NEWS_FILE);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as NewsInput) : null;
}
