import { arabicOrdinal, isCounting, markerLabel } from './labels.js';

/** A question as read from one text. */
export interface Prompt {
  readonly label: string | null;
  /** Where the question's own words begin and end in the text it was read from. */
  readonly start: number;
  readonly end: number;
}

const NAMED =
  /^(?:[Qq]uestion|QUESTION|[Pp]regunta|PREGUNTA|[Pp]ergunta|PERGUNTA|[Вв]опрос|ВОПРОС|السؤال|سؤال|问题)\s{0,2}(?:[Nn][°ºo]\.?\s?|[Nn]\.\s?[°º]\s?|[Nn]o\.\s?|№\s?|رقم\s?)?(\(?\p{Nd}{1,3}(?:\.\p{Nd}{1,2}){0,2}\)?|(?<=[\s°º.])\(?[a-zA-Zأابتثجدهوزحطيك](?![\p{L}\p{M}])\)?|ال[\u0621-\u064a]{3,7}(?:\sعشر)?)?\s{0,2}(?:[.:)–—/-]{1,2}\s{0,3}|$|(?=\p{Lu})|(?<=\p{Nd})\s)/u;
const SHORT =
  /^(?:q|س)\s?\.?\s?(\p{Nd}{1,3}(?:\.\p{Nd}{1,2}){0,2}(?:\s?\(?[a-z]\)?)?)\s{0,2}(?:[.:)–—/-]{1,2}\s{0,3}|\s|$)/iu;
const SHORT_SPANISH = /^p(\p{Nd}{1,2}(?:\.\p{Nd}{1,2})?)\s?(?:[.:)–-]{1,2}\s{0,3}|$)/iu;
const BARE = /^(?:q|س|p)\s?[:：]\s{0,3}/iu;
const ASKS = /[?？؟]/u;
const ENDS_ASKING = /[?？؟][\s)»”"*]{0,3}$/u;
const REQUEST = new RegExp(
  '^(?:please|kindly|describe|explain|indicate|specify|outline|summari[sz]e|provide (?:details|information|examples|an overview)|' +
    "if (?:so|yes|no|not|applicable|the answer|possible)|where (?:applicable|relevant)|in particular|dans l[’']affirmative|dans la négative|si (?:tel est|c[’']est) le cas|si la (?:réponse|respuesta)|de ser así|en caso (?:contrario|negativo)|veuillez|prière de|merci de|décrivez|indiquez|précisez|expliquez|le cas échéant|si oui|" +
    'describan?|indiquen?|expliquen?|s[ií]rvan?se|por favor|señalen?|especifiquen?|en caso afirmativo|descreva|queira|' +
    'إذا كان(?:ت)? (?:الجواب|الإجابة|الأمر)|في حال(?:ة)? (?:الإيجاب|النفي|الإجابة)|إن وجدت?|يرجى|يُرجى|الرجاء|اذكر|وضح|بين|صف|опишите|укажите|пожалуйста|просьба|请)(?![\\p{L}])',
  'iu',
);

/** True when the text asks the reader for something ("Please describe", "يرجى"). */
export function isRequest(text: string): boolean {
  return REQUEST.test(text.replace(/^[(\s]{1,3}/u, ''));
}

const POLITE =
  /^(?:please|kindly|describe|veuillez|décrivez|indiquez|précisez|expliquez|describan?|indiquen?|expliquen?|señalen?|especifiquen?|descreva|prière de|merci de|s[ií]rvan?se|por favor|queira|queiram|يرجى|يُرجى|الرجاء|просьба|пожалуйста|请)(?!\p{L})/iu;

/** True when the text asks for something as no answer begins ("Please describe", "يرجى"). */
export function isPolite(text: string): boolean {
  return text.length < LONGEST_REQUEST && POLITE.test(text.slice(0, 20));
}

const LONGEST_REQUEST = 600;

/** True when the last sign of the text is a question mark. */
export function endsAsking(text: string): boolean {
  return ENDS_ASKING.test(text.slice(-8));
}

/** The number or letter that opens a question inside a heading, whose marker no reader takes off. */
const WRITTEN_LABEL =
  /^\(?([a-z]|(?:(?:[IVX]{1,5}|[A-Z])\.)?\p{Nd}{1,2}(?:\.\p{Nd}{1,2}){0,3}|[\u0621-\u064a])(?:ـ?\s?(?:[.)][-–]?|[-–])|(?<=\p{Nd}\.\p{Nd}{1,2}))\s{1,3}(?=\S)/u;

/** The number or letter that is written before a text's words: "1.2 Cooperation", "b) Cooperation". */
export function writtenLabel(
  text: string,
): { marker: string; label: string; length: number } | null {
  const match = WRITTEN_LABEL.exec(text.slice(0, 16));
  if (match?.[1] === undefined) return null;
  return { marker: match[0].trim(), label: promptLabel(match[1]) ?? '', length: match[0].length };
}

/**
 * Reads a question out of a free text, or null where it is none. An answer that
 * begins on the question's own line ("… ? Yes, …") ends the question there.
 */
export function readPrompt(text: string, marker: string | undefined): Prompt | null {
  const named = namedPrompt(text);
  if (named !== null) return { ...named, end: questionEnd(text, named.start) };
  const counted = isCounting(marker);
  const written = marker === undefined ? WRITTEN_LABEL.exec(text.slice(0, 16)) : null;
  const words = text.slice(written?.[0].length ?? 0);
  const asks = counted ? asksFirst(words) : endsAsking(words) || asksThenRequests(words);
  const requests = (counted || written !== null) && isRequest(words);
  if (!asks && !requests && !(marker === undefined && isPolite(text))) return null;
  if (written?.[1] !== undefined) {
    const start = written[0].length;
    return { label: promptLabel(written[1]), start, end: questionEnd(text, start) };
  }
  return { label: counted ? markerLabel(marker) : null, start: 0, end: questionEnd(text, 0) };
}

function namedPrompt(text: string): { label: string | null; start: number } | null {
  const head = text.slice(0, 60);
  const match =
    NAMED.exec(head) ??
    SHORT.exec(head) ??
    SHORT_SPANISH.exec(head) ??
    (ASKS.test(text.slice(0, 2000)) ? BARE.exec(head) : null);
  if (match === null) return null;
  if (match[1] === undefined && !/[:：]/u.test(match[0])) return null;
  return { label: promptLabel(match[1]), start: match[0].length };
}

function promptLabel(found: string | undefined): string | null {
  if (found === undefined) return null;
  const bare = found.replace(/[()\s]/gu, '');
  if (bare.startsWith('ال')) return arabicOrdinal(found)?.toString() ?? null;
  return /^[A-Z]+\.\p{Nd}/u.test(bare) ? markerLabel(bare) : markerLabel(bare).toLowerCase();
}

/** The first sentence asks: "a) Has …? If so, …". A statement may still quote a question later. */
function asksFirst(text: string): boolean {
  const at = text.search(ASKS);
  if (at < 0 || at > 1500) return false;
  const before = text.slice(0, at);
  return endsAsking(text) || !/[.!]\s+\p{Lu}/u.test(before);
}

function asksThenRequests(text: string): boolean {
  const at = text.slice(0, 3000).lastIndexOf('?') + 1 || text.slice(0, 3000).lastIndexOf('؟') + 1;
  const rest = text.slice(at).trim();
  return at > 10 && asksFirst(text) && (isRequest(rest) || /^\(.{0,600}\)[.\s]{0,2}$/su.test(rest));
}

const REPLY = /[?？؟]\s{1,3}(?=(?:yes|no|oui|non|sí|não|sim|نعم|لا|كلا|да|нет)\s?[,.:;–—،-])/iu;

function questionEnd(text: string, start: number): number {
  const reply = REPLY.exec(text.slice(start, start + 3000));
  return reply === null ? text.length : start + reply.index + 1;
}

const ANSWER_WORD =
  '(?:answers?|responses?|reply|réponses?|reponses?|respuestas?|respostas?|الجواب|جواب|الإجابة|الاجابة|إجابة|الرد|ответы?|答案?|回答|回复)';
const ANSWER = new RegExp(
  `^${ANSWER_WORD}(?:\\s{0,2}(?:n[°ºo]\\.?\\s?)?\\p{Nd}{1,3})?\\s{0,2}(?:[:：.–—-]\\s{0,3}|$)`,
  'iu',
);
const SHORT_ANSWER = /^(?:[ar]|ج)\s?\p{Nd}{0,3}\s?[:：]\s{0,3}/iu;

/** Characters that a label such as "Answer:" takes at the start of an answer; 0 when there is none. */
export function answerLabelLength(text: string, underQuestion: boolean): number {
  const head = text.slice(0, 40);
  const match = ANSWER.exec(head) ?? (underQuestion ? SHORT_ANSWER.exec(head) : null);
  return match === null ? 0 : match[0].length;
}

const HEADER_WORDS = new RegExp(
  `^(?:(?:guiding\\s)?questions?|preguntas?|perguntas?|вопросы?|الأسئلة|أسئلة|السؤال|سؤال|问题|${ANSWER_WORD}|` +
    '(?:country|government|state)\\s(?:answers?|responses?|reply)|comments?|remarks?|remarques?|observations?|observaciones|comentarios?|ملاحظات|الملاحظات|الأجوبة|أجوبة|الإجابات|الردود|الردّ|الرد|no\\.?|n[°º]|#|م|الرقم)\\s{0,2}:?$',
  'iu',
);
const QUESTION_HEADER =
  /question|pregunta|pergunta|вопрос|سؤال|سئلة|问题|objective|objectif|objetivo|هدف|theme|topic|thème|tema|item|area|المجال|الموضوع/iu;

/** True for a header cell such as "Questions", "Réponses", "السؤال". */
export function isHeaderWord(text: string): boolean {
  return text.length < 40 && HEADER_WORDS.test(text.trim());
}

/** True when a header cell says that its column holds questions or topics. */
export function isPromptHeader(text: string): boolean {
  return text.length < 60 && QUESTION_HEADER.test(text);
}

const QUESTION_WORD =
  /^(?:(?:guiding\s)?questions?|preguntas?|perguntas?|вопросы?|الأسئلة|أسئلة|السؤال|سؤال|问题|q|س)$/iu;

/** True for "Question", "Pregunta", "السؤال" and nothing more. */
export function isQuestionWord(text: string): boolean {
  return text.length < 20 && QUESTION_WORD.test(text);
}

const SHORT_REPLY =
  /^(?:yes|no|oui|non|sí|si|não|sim|نعم|لا|كلا|да|нет|none|n\/?a|nil|not applicable|sans objet|néant|no aplica|ninguno|لا يوجد|لا ينطبق|是|否|无)[.!\s]{0,2}$/iu;

/** True for an answer of one word ("Yes", "N/A", "لا يوجد"). */
export function isShortReply(text: string): boolean {
  return text.length < 20 && SHORT_REPLY.test(text);
}
