/** What the workbook says beside the words of the page. */
import type { ReportLanguage } from '../html/strings.js';

/** Names of sheets and heads of columns that only the workbook has. */
export interface Words {
  readonly sheets: Readonly<
    Record<'statements' | 'gaps' | 'codebook' | 'documents' | 'about', string>
  >;
  readonly columns: Readonly<
    Record<
      | 'row'
      | 'text'
      | 'kind'
      | 'absent'
      | 'code'
      | 'label'
      | 'strength'
      | 'score'
      | 'evidence'
      | 'pattern'
      | 'coder'
      | 'id'
      | 'status'
      | 'objective'
      | 'roundTable'
      | 'title'
      | 'region'
      | 'round'
      | 'path'
      | 'countedAs'
      | 'name'
      | 'value',
      string
    >
  >;
  readonly yes: string;
  readonly no: string;
  readonly signs: string;
}

const en: Words = {
  sheets: {
    statements: 'Statements',
    gaps: 'Gaps',
    codebook: 'Codebook',
    documents: 'Documents',
    about: 'About this run',
  },
  columns: {
    row: 'Row',
    text: 'Statement',
    kind: 'Kind',
    absent: 'Reported missing',
    code: 'Code',
    label: 'Name of the code',
    strength: 'Strength',
    score: 'Score',
    evidence: 'Evidence',
    pattern: 'Pattern',
    coder: 'Coder',
    id: 'Id',
    status: 'Status',
    objective: 'Objective',
    roundTable: 'Round table',
    title: 'Title',
    region: 'Region',
    round: 'Round',
    path: 'File',
    countedAs: 'Counted as',
    name: 'Name',
    value: 'Value',
  },
  yes: 'yes',
  no: 'no',
  signs:
    'In the matrices, a number counts the statements that treat the code in substance; a sign stands for:',
};

const fr: Words = {
  sheets: {
    statements: 'Énoncés',
    gaps: 'Lacunes',
    codebook: 'Livre de codes',
    documents: 'Documents',
    about: 'À propos de cette analyse',
  },
  columns: {
    row: 'Ligne',
    text: 'Énoncé',
    kind: 'Type',
    absent: 'Signalé comme manquant',
    code: 'Code',
    label: 'Nom du code',
    strength: 'Force',
    score: 'Score',
    evidence: 'Éléments à l’appui',
    pattern: 'Motif',
    coder: 'Codeur',
    id: 'Identifiant',
    status: 'Statut',
    objective: 'Objectif',
    roundTable: 'Table ronde',
    title: 'Titre',
    region: 'Région',
    round: 'Cycle',
    path: 'Fichier',
    countedAs: 'Compté comme',
    name: 'Nom',
    value: 'Valeur',
  },
  yes: 'oui',
  no: 'non',
  signs:
    'Dans les matrices, un nombre compte les énoncés qui traitent le code sur le fond ; un signe veut dire :',
};

const es: Words = {
  sheets: {
    statements: 'Enunciados',
    gaps: 'Lagunas',
    codebook: 'Libro de códigos',
    documents: 'Documentos',
    about: 'Acerca de este análisis',
  },
  columns: {
    row: 'Fila',
    text: 'Enunciado',
    kind: 'Tipo',
    absent: 'Señalado como faltante',
    code: 'Código',
    label: 'Nombre del código',
    strength: 'Fuerza',
    score: 'Puntuación',
    evidence: 'Indicios',
    pattern: 'Patrón',
    coder: 'Codificador',
    id: 'Identificador',
    status: 'Estado',
    objective: 'Objetivo',
    roundTable: 'Mesa redonda',
    title: 'Título',
    region: 'Región',
    round: 'Ciclo',
    path: 'Archivo',
    countedAs: 'Contado como',
    name: 'Nombre',
    value: 'Valor',
  },
  yes: 'sí',
  no: 'no',
  signs:
    'En las matrices, un número cuenta los enunciados que tratan el código a fondo; un signo significa:',
};

const ar: Words = {
  sheets: {
    statements: 'العبارات',
    gaps: 'الثغرات',
    codebook: 'دليل الرموز',
    documents: 'الوثائق',
    about: 'عن هذا التحليل',
  },
  columns: {
    row: 'الصف',
    text: 'العبارة',
    kind: 'النوع',
    absent: 'ذُكر أنه غير موجود',
    code: 'الرمز',
    label: 'اسم الرمز',
    strength: 'القوة',
    score: 'الدرجة',
    evidence: 'الشواهد',
    pattern: 'النمط',
    coder: 'المرمّز',
    id: 'المعرّف',
    status: 'الحالة',
    objective: 'الهدف',
    roundTable: 'المائدة المستديرة',
    title: 'العنوان',
    region: 'المنطقة',
    round: 'الدورة',
    path: 'الملف',
    countedAs: 'محسوبة ضمن',
    name: 'البند',
    value: 'القيمة',
  },
  yes: 'نعم',
  no: 'لا',
  signs:
    'في الجداول يدل الرقم على عدد العبارات التي تتناول الرمز تناولاً جوهرياً، وتدل العلامة على ما يلي:',
};

/** The workbook's words in each language of the reports. */
export const WORDS: Readonly<Record<ReportLanguage, Words>> = { en, fr, es, ar };
