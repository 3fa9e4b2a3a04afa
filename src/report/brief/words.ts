/** What the brief says beside the words of every report. */
import type { ReportLanguage } from '../html/strings.js';

/** `{name}` marks a place to fill. */
export interface BriefWords {
  readonly title: string;
  readonly read: string;
  readonly strip: string;
  readonly stripNote: string;
  readonly says: string;
  readonly objectives: string;
  readonly evidence: string;
  readonly quotesNote: string;
  readonly about: string;
  readonly aboutText: string;
  readonly accuracyText: string;
  readonly page: string;
  readonly others: string;
}

export const BRIEF_WORDS: Readonly<Record<ReportLanguage, BriefWords>> = {
  en: {
    title: '{row}: the Global Compact for Migration in its reviews',
    read: 'What was read',
    strip: 'The 23 objectives at a glance',
    stripNote: 'Numbers count the statements that treat the objective. {signs}.',
    says: 'What the review says',
    objectives: 'Objectives',
    evidence: 'Where it says so',
    quotesNote:
      'Up to three statements an objective, results first, shortened where they are long.',
    about: 'About this brief',
    aboutText:
      'Statements were coded by {coder} with the taxonomy {taxonomy}. A code is a suggestion; read the statements before you quote a number. What a review does not mention may exist in the country all the same.',
    accuracyText:
      'On {n} statements that people coded, {precision} of the objectives given were right (precision) and {recall} of the right ones were given (recall).',
    page: 'Page',
    others: 'and {n} more',
  },
  fr: {
    title: '{row} : le Pacte mondial pour les migrations dans ses examens',
    read: 'Ce qui a été lu',
    strip: 'Les 23 objectifs d’un coup d’œil',
    stripNote: 'Les nombres comptent les énoncés qui traitent de l’objectif. {signs}.',
    says: 'Ce que dit l’examen',
    objectives: 'Objectifs',
    evidence: 'Où il le dit',
    quotesNote:
      'Trois énoncés au plus par objectif, les résultats d’abord, abrégés s’ils sont longs.',
    about: 'À propos de cette note',
    aboutText:
      'Les énoncés ont été codés par {coder} avec la taxonomie {taxonomy}. Un code est une proposition ; lisez les énoncés avant de citer un nombre. Ce qu’un examen ne mentionne pas peut néanmoins exister dans le pays.',
    accuracyText:
      'Sur {n} énoncés codés par des personnes, {precision} des objectifs donnés étaient justes (précision) et {recall} des objectifs justes ont été donnés (rappel).',
    page: 'Page',
    others: 'et {n} autres',
  },
  es: {
    title: '{row}: el Pacto Mundial para la Migración en sus exámenes',
    read: 'Lo que se leyó',
    strip: 'Los 23 objetivos de un vistazo',
    stripNote: 'Los números cuentan los enunciados que tratan el objetivo. {signs}.',
    says: 'Lo que dice el examen',
    objectives: 'Objetivos',
    evidence: 'Dónde lo dice',
    quotesNote:
      'Hasta tres enunciados por objetivo, primero los resultados, abreviados si son largos.',
    about: 'Acerca de esta nota',
    aboutText:
      'Los enunciados fueron codificados por {coder} con la taxonomía {taxonomy}. Un código es una propuesta; lea los enunciados antes de citar un número. Lo que un examen no menciona puede existir de todos modos en el país.',
    accuracyText:
      'En {n} enunciados codificados por personas, {precision} de los objetivos dados eran correctos (precisión) y {recall} de los correctos se dieron (exhaustividad).',
    page: 'Página',
    others: 'y {n} más',
  },
  ar: {
    title: '{row}: الاتفاق العالمي للهجرة في استعراضاته',
    read: 'ما قُرئ',
    strip: 'الأهداف الثلاثة والعشرون في لمحة',
    stripNote: 'تحسب الأرقام العبارات التي تتناول الهدف. {signs}.',
    says: 'ما يقوله الاستعراض',
    objectives: 'الأهداف',
    evidence: 'أين يقول ذلك',
    quotesNote: 'ثلاث عبارات على الأكثر لكل هدف، النتائج أولا، مختصرة إن طالت.',
    about: 'عن هذه المذكرة',
    aboutText:
      'رمّز العبارات {coder} باستخدام التصنيف {taxonomy}. الرمز اقتراح؛ اقرأ العبارات قبل أن تستشهد برقم. وما لا يذكره الاستعراض قد يكون قائما في البلد مع ذلك.',
    accuracyText:
      'في {n} عبارة رمّزها أشخاص، كان {precision} من الأهداف المعطاة صحيحا (الإحكام) وأُعطي {recall} من الأهداف الصحيحة (الاستدعاء).',
    page: 'الصفحة',
    others: 'و{n} أخرى',
  },
};
