/** Public API: mailing what is new. */
import type { NewsInput } from '../model/news.js';
import type { MailSettings } from '../mailing.js';

/** The address of the SMTP server from a file. @throws MailError (GCM170) */
export async function smtpFromFile(path: string): Promise<string> {
  return (await import('../adapters/mail.js')).smtpFromFile(path);
}

/** Notes that a report is to be mailed. */
export async function expectMail(folder: string): Promise<void> {
  (await import('../mailing.js')).expectMail(folder);
}

/** Mails every report that waits for it; gives their number. @throws MailError (GCM171) */
export async function mailWaiting(out: string, settings: MailSettings): Promise<number> {
  return (await import('../mailing.js')).mailWaiting(out, settings);
}

/** Mails in short that nothing is new. @throws MailError (GCM171) */
export async function mailNothing(last: NewsInput, settings: MailSettings): Promise<void> {
  return (await import('../mailing.js')).mailNothing(last, settings);
}

/** The news of the newest report, or null where there is none. */
export async function latestNews(out: string): Promise<NewsInput | null> {
  return (await import('../mailing.js')).latestNews(out);
}
