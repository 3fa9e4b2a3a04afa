/** What the news say. */
import type { DocumentChange, RecodedReason } from '../../model/news.js';
import type { ReportLanguage } from '../html/strings.js';

/** `{name}` marks a place to fill. */
export interface NewsWords {
  readonly title: string;
  readonly since: string;
  readonly first: string;
  readonly nothing: string;
  readonly summary: string;
  readonly recoded: string;
  readonly reasons: Readonly<Record<RecodedReason, string>>;
  readonly documents: string;
  readonly changes: Readonly<Record<DocumentChange, string>>;
  readonly change: string;
  readonly note: string;
  readonly from: string;
  readonly described: string;
  readonly stale: string;
  readonly failed: string;
  readonly coverage: string;
  readonly before: string;
  readonly after: string;
  readonly covered: string;
  readonly newRow: string;
  readonly goneRow: string;
  readonly firstCovered: string;
  readonly closed: string;
  readonly opened: string;
  readonly moved: string;
  readonly uncertain: string;
  readonly uncertainNote: string;
  readonly objective: string;
  readonly statement: string;
  readonly none: string;
}

export const NEWS_WORDS: Readonly<Record<ReportLanguage, NewsWords>> = {
  en: {
    title: 'What is new in the reviews of the Global Compact for Migration',
    since: 'Since {name}',
    first: 'First run: everything is new.',
    nothing: 'Nothing is new.',
    summary:
      '{documents} documents, {statements} statements are counted; {unchanged} documents are as they were.',
    recoded: 'All documents were coded anew: {reasons}.',
    reasons: {
      taxonomy: 'the taxonomy changed',
      settings: 'settings changed',
      program: 'the program changed',
    },
    documents: 'Submissions',
    changes: {
      new: 'new',
      changed: 'changed',
      renamed: 'renamed',
      withdrawn: 'withdrawn',
      recovered: 'can be read again',
      'new-failed': 'new, could not be read',
      'began-to-fail': 'can no longer be read',
      'still-failing': 'still cannot be read',
    },
    change: 'What happened',
    note: 'Note',
    from: 'was {path}',
    described: 'its description changed',
    stale: 'its last good coding is still counted',
    failed: 'Documents that failed, and why',
    coverage: 'Coverage before and after',
    before: 'Before',
    after: 'After',
    covered: 'Objectives covered',
    newRow: 'new',
    goneRow: 'no longer there',
    firstCovered: 'Covered for the first time, by any country',
    closed: 'Gaps closed',
    opened: 'Gaps opened',
    moved: 'Other changes of status',
    uncertain: 'Least certain statements',
    uncertainNote: 'The lower the score, the more a person should look at the coding.',
    objective: 'Objective',
    statement: 'Statement',
    none: 'None.',
  },
  fr: {
    title: 'Du nouveau dans les examens du Pacte mondial pour les migrations',
    since: 'Depuis {name}',
    first: 'Premier passage : tout est nouveau.',
    nothing: 'Rien de nouveau.',
    summary:
      '{documents} documents et {statements} énoncés sont comptés ; {unchanged} documents sont inchangés.',
    recoded: 'Tous les documents ont été codés de nouveau : {reasons}.',
    reasons: {
      taxonomy: 'la taxonomie a changé',
      settings: 'les réglages ont changé',
      program: 'le programme a changé',
    },
    documents: 'Contributions',
    changes: {
      new: 'nouveau',
      changed: 'modifié',
      renamed: 'renommé',
      withdrawn: 'retiré',
      recovered: 'de nouveau lisible',
      'new-failed': 'nouveau, n’a pas pu être lu',
      'began-to-fail': 'n’est plus lisible',
      'still-failing': 'toujours illisible',
    },
    change: 'Ce qui s’est passé',
    note: 'Remarque',
    from: 'auparavant {path}',
    described: 'sa description a changé',
    stale: 'son dernier codage valable reste compté',
    failed: 'Documents en échec, et pourquoi',
    coverage: 'Couverture avant et après',
    before: 'Avant',
    after: 'Après',
    covered: 'Objectifs couverts',
    newRow: 'nouveau',
    goneRow: 'n’y est plus',
    firstCovered: 'Couverts pour la première fois, tous pays confondus',
    closed: 'Lacunes comblées',
    opened: 'Lacunes apparues',
    moved: 'Autres changements d’état',
    uncertain: 'Énoncés les moins sûrs',
    uncertainNote: 'Plus le score est bas, plus le codage mérite d’être revu par une personne.',
    objective: 'Objectif',
    statement: 'Énoncé',
    none: 'Aucun.',
  },
  es: {
    title: 'Novedades en los exámenes del Pacto Mundial para la Migración',
    since: 'Desde {name}',
    first: 'Primera ejecución: todo es nuevo.',
    nothing: 'No hay novedades.',
    summary:
      'Se cuentan {documents} documentos y {statements} enunciados; {unchanged} documentos siguen igual.',
    recoded: 'Todos los documentos se codificaron de nuevo: {reasons}.',
    reasons: {
      taxonomy: 'cambió la taxonomía',
      settings: 'cambiaron los ajustes',
      program: 'cambió el programa',
    },
    documents: 'Presentaciones',
    changes: {
      new: 'nuevo',
      changed: 'modificado',
      renamed: 'con otro nombre',
      withdrawn: 'retirado',
      recovered: 'legible de nuevo',
      'new-failed': 'nuevo, no se pudo leer',
      'began-to-fail': 'ya no se puede leer',
      'still-failing': 'sigue sin poder leerse',
    },
    change: 'Qué ocurrió',
    note: 'Nota',
    from: 'antes {path}',
    described: 'cambió su descripción',
    stale: 'su última codificación válida se sigue contando',
    failed: 'Documentos que fallaron, y por qué',
    coverage: 'Cobertura antes y después',
    before: 'Antes',
    after: 'Después',
    covered: 'Objetivos cubiertos',
    newRow: 'nuevo',
    goneRow: 'ya no está',
    firstCovered: 'Cubiertos por primera vez, por cualquier país',
    closed: 'Lagunas cerradas',
    opened: 'Lagunas abiertas',
    moved: 'Otros cambios de estado',
    uncertain: 'Enunciados menos seguros',
    uncertainNote:
      'Cuanto más baja la puntuación, más conviene que una persona revise la codificación.',
    objective: 'Objetivo',
    statement: 'Enunciado',
    none: 'Ninguno.',
  },
  ar: {
    title: 'الجديد في استعراضات الاتفاق العالمي للهجرة',
    since: 'منذ {name}',
    first: 'التشغيل الأول: كل شيء جديد.',
    nothing: 'لا جديد.',
    summary: 'تُحسب {documents} وثيقة و{statements} عبارة؛ و{unchanged} وثيقة لم تتغير.',
    recoded: 'رُمّزت جميع الوثائق من جديد: {reasons}.',
    reasons: { taxonomy: 'تغيّر التصنيف', settings: 'تغيّرت الإعدادات', program: 'تغيّر البرنامج' },
    documents: 'المساهمات',
    changes: {
      new: 'جديدة',
      changed: 'معدّلة',
      renamed: 'تغيّر اسمها',
      withdrawn: 'سُحبت',
      recovered: 'أمكنت قراءتها من جديد',
      'new-failed': 'جديدة وتعذّرت قراءتها',
      'began-to-fail': 'لم تعد قراءتها ممكنة',
      'still-failing': 'ما زالت قراءتها متعذرة',
    },
    change: 'ما حدث',
    note: 'ملاحظة',
    from: 'كانت {path}',
    described: 'تغيّر وصفها',
    stale: 'ما زال آخر ترميز سليم لها محسوبا',
    failed: 'الوثائق التي تعذّرت قراءتها وسبب ذلك',
    coverage: 'التغطية قبل وبعد',
    before: 'قبل',
    after: 'بعد',
    covered: 'الأهداف المشمولة',
    newRow: 'جديد',
    goneRow: 'لم يعد موجودا',
    firstCovered: 'مشمولة لأول مرة في أي بلد',
    closed: 'ثغرات سُدّت',
    opened: 'ثغرات ظهرت',
    moved: 'تغيرات أخرى في الحالة',
    uncertain: 'العبارات الأقل يقينا',
    uncertainNote: 'كلما انخفضت الدرجة زادت حاجة الترميز إلى مراجعة شخص.',
    objective: 'الهدف',
    statement: 'العبارة',
    none: 'لا شيء.',
  },
};
