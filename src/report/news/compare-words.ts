/** What a comparison says beside the words of the news. */
import type { ReportLanguage } from '../html/strings.js';

/** `{name}` marks a place to fill. */
export interface CompareWords {
  readonly title: string;
  readonly summary: string;
  readonly newRows: string;
  readonly goneRows: string;
  readonly changed: string;
  readonly change: string;
  readonly appeared: string;
  readonly disappeared: string;
}

export const COMPARE_WORDS: Readonly<Record<ReportLanguage, CompareWords>> = {
  en: {
    title: 'From {a} to {b}',
    summary:
      '{appeared} statements appeared, {disappeared} disappeared, {changed} are coded otherwise, {same} are coded alike.',
    newRows: 'Only in the second:',
    goneRows: 'Only in the first:',
    changed: 'Statements coded otherwise',
    change: 'Change',
    appeared: 'Statements that appeared',
    disappeared: 'Statements that disappeared',
  },
  fr: {
    title: 'De {a} à {b}',
    summary:
      '{appeared} énoncés sont apparus, {disappeared} ont disparu, {changed} sont codés autrement, {same} sont codés de même.',
    newRows: 'Seulement dans le second :',
    goneRows: 'Seulement dans le premier :',
    changed: 'Énoncés codés autrement',
    change: 'Changement',
    appeared: 'Énoncés apparus',
    disappeared: 'Énoncés disparus',
  },
  es: {
    title: 'De {a} a {b}',
    summary:
      'Aparecieron {appeared} enunciados, desaparecieron {disappeared}, {changed} se codifican de otro modo y {same} igual.',
    newRows: 'Solo en el segundo:',
    goneRows: 'Solo en el primero:',
    changed: 'Enunciados codificados de otro modo',
    change: 'Cambio',
    appeared: 'Enunciados que aparecieron',
    disappeared: 'Enunciados que desaparecieron',
  },
  ar: {
    title: 'من {a} إلى {b}',
    summary:
      'ظهرت {appeared} عبارة واختفت {disappeared}، وتغيّر ترميز {changed}، وبقي ترميز {same} كما هو.',
    newRows: 'في الثاني فقط:',
    goneRows: 'في الأول فقط:',
    changed: 'عبارات تغيّر ترميزها',
    change: 'التغيير',
    appeared: 'عبارات ظهرت',
    disappeared: 'عبارات اختفت',
  },
};
