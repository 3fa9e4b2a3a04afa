/** What the header of a column, or the first cell of a row, says of the words that follow. */
import { fold } from './fold.js';

/**
 * What a column holds. `tool`: what a survey tool or an office adds, which is
 * no answer. `detail`: an answer's second part ("Comments").
 */
export type ColumnRole =
  | 'country'
  | 'code'
  | 'region'
  | 'language'
  | 'year'
  | 'round'
  | 'id'
  | 'number'
  | 'section'
  | 'objective'
  | 'question'
  | 'answer'
  | 'text'
  | 'detail'
  | 'tool';

/** Whole headers, in Arabic, English, French, Portuguese, Russian, Spanish and Chinese. */
const HEADERS: Readonly<Record<ColumnRole, string>> = {
  country:
    'country|countries|country name|name of country|name of the country|reporting country|member state|member states|state|states|state party|government|nation|pays|nom du pays|état|états|état membre|états membres|gouvernement|país|países|nombre del país|nome do país|estado|estados|estado miembro|estados miembros|estado membro|gobierno|governo|الدولة|الدول|دولة|البلد|البلدان|بلد|اسم الدولة|اسم البلد|الدولة العضو|الدول الأعضاء|الحكومة|страна|страны|государство|государство член|название страны|国家|国别|国家名称',
  code: 'iso|iso3|iso 3|iso code|iso3 code|iso alpha 3|alpha 3|alpha3|alpha 3 code|country code|code iso|code pays|code du pays|código iso|código de país|código del país|código do país|رمز الدولة|رمز البلد|код страны|国家代码',
  region:
    'region|regions|subregion|sub region|regional group|région|régions|sous région|región|regiones|subregión|região|المنطقة|الإقليم|المنطقة الفرعية|регион|субрегион|地区|区域',
  language:
    'language|lang|response language|start language|langue|langue de départ|langue de la réponse|idioma|lengua|idioma inicial|língua|اللغة|لغة الإجابة|язык|начальный язык|语言',
  year: 'year|reporting year|review year|année|an|année de l examen|año|ano|السنة|العام|سنة|год|年|年份',
  round:
    'round|cycle|wave|review round|tour|vague|ronda|ciclo|rodada|الجولة|الدورة|раунд|цикл|轮次|周期',
  id: 'id|ids|identifier|identifiant|identificador|ref|reference|référence|referencia|statement id|unit id|bullet id|المعرف|المرجع|идентификатор|编号',
  number:
    'no|n|nr|nº|n°|num|#|№|number|question no|question number|question nr|q no|q|numéro|numéro de question|numéro de la question|número|número de pregunta|número da pergunta|الرقم|رقم|رقم السؤال|م|ت|номер|номер вопроса|п п|№ п п|序号|号',
  section:
    'section|sections|section title|part|chapter|theme|themes|thematic area|topic|pillar|cluster|area|category|partie|chapitre|thème|thématique|axe|axe thématique|volet|domaine|pilier|rubrique|catégorie|sección|parte|capítulo|tema|eje|eje temático|área|área temática|ámbito|pilar|categoría|seção|secção|eixo|categoria|القسم|الجزء|الباب|الفصل|المحور|المجال|الموضوع|الفئة|раздел|часть|глава|тема|направление|部分|章节|主题|领域',
  objective:
    'objective|objectives|gcm objective|gcm objectives|objective no|objective number|objectif|objectifs|objectif du pacte|objectif du pacte mondial|objetivo|objetivos|objetivo del pacto|objetivo del pacto mundial|الهدف|الأهداف|هدف الاتفاق|цель|цели|цель договора|目标',
  question:
    'question|questions|guiding question|guiding questions|question text|survey question|item|items|indicator|prompt|questionnaire item|texte de la question|intitulé|intitulé de la question|libellé|libellé de la question|questions directrices|indicateur|pregunta|preguntas|texto de la pregunta|preguntas orientadoras|indicador|pergunta|perguntas|questão|questões|texto da pergunta|السؤال|الأسئلة|سؤال|أسئلة|نص السؤال|الأسئلة التوجيهية|المؤشر|вопрос|вопросы|текст вопроса|показатель|问题|题目',
  answer:
    'answer|answers|response|responses|reply|replies|country response|country answer|government response|government answer|answer of the government|response of the government|your answer|your response|national response|réponse|réponses|réponse du pays|réponse du gouvernement|réponse de l état|votre réponse|respuesta|respuestas|respuesta del país|respuesta del gobierno|su respuesta|resposta|respostas|resposta do país|resposta do governo|الإجابة|الإجابات|إجابة|الجواب|الأجوبة|جواب|الرد|الردود|رد|رد الدولة|رد الحكومة|إجابة الدولة|ответ|ответы|ответ страны|ответ правительства|答案|回答|答复|回复',
  text: 'text|texts|statement|statements|bullet|bullet text|content|contents|full text|texte|textes|énoncé|énoncés|contenu|texto|textos|enunciado|enunciados|contenido|conteúdo|النص|النصوص|نص|المحتوى|البيان|текст|тексты|содержание|высказывание|文本|内容',
  detail:
    'yes no|yes or no|details|detail|please specify|explanation|explanations|comment|comments|remarks|observations|additional information|further information|evidence|examples|oui non|détails|précisions|explication|explications|commentaire|commentaires|remarques|informations complémentaires|exemples|si no|sí no|detalles|explicación|comentario|comentarios|observaciones|información adicional|ejemplos|sim não|detalhes|comentário|comentários|observações|exemplos|نعم لا|التفاصيل|تفاصيل|توضيح|التوضيح|شرح|ملاحظات|الملاحظات|تعليق|تعليقات|معلومات إضافية|أمثلة|да нет|подробности|пояснение|комментарий|комментарии|примечания|примеры|是 否|说明|备注|评论',
  tool: 'timestamp|time stamp|date|date submitted|submission date|submission time|submitted|submitted on|submitted by|start|end|start time|end time|start date|end date|started|ended|completion time|last modified time|date started|date last action|completed|last page|seed|ip|ip address|today|deviceid|device id|subscriberid|simserial|phonenumber|username|user|instanceid|instance id|instancename|meta instanceid|formhub uuid|uuid|response id|respondent id|respondent|collector id|email|e mail|email address|e mail address|e mail|phone|telephone|name|full name|first name|last name|contact|contact person|focal point|job title|ministry|duration in seconds|finished|recorded date|response type|user language|distribution channel|coder|coded by|page|row|file|file name|filename|source|url|document|path|parent|horodateur|horodatage|date de soumission|date de début|date de fin|heure de début|heure de fin|heure de la dernière modification|date de lancement|date de la dernière action|dernière page|adresse e mail|adresse mail|adresse électronique|adresse de messagerie|courriel|téléphone|nom|prénom|nom complet|personne de contact|point focal|organisme|ministère|fichier|marca temporal|fecha|fecha de envío|fecha de inicio|fecha de finalización|hora de inicio|hora de finalización|última página|correo electrónico|dirección de correo electrónico|teléfono|nombre|nombre completo|punto focal|persona de contacto|ministerio|archivo|carimbo de data hora|endereço de e mail|nome|telefone|ministério|طابع زمني|الطابع الزمني|التاريخ|تاريخ الإرسال|وقت البدء|وقت الانتهاء|وقت الإكمال|البريد الإلكتروني|عنوان البريد الإلكتروني|الهاتف|الاسم|الاسم الكامل|جهة الاتصال|نقطة الاتصال|المسمى الوظيفي|الجهة|الوزارة|отметка времени|дата|дата отправки|время начала|время выполнения|время завершения|адрес электронной почты|электронная почта|телефон|имя|фио|контактное лицо|должность|министерство|时间戳记|时间戳|日期|提交时间|开始时间|完成时间|电子邮件|电子邮件地址|姓名|电话',
};

const ROLES: ReadonlyMap<string, ColumnRole> = new Map(
  (Object.entries(HEADERS) as [ColumnRole, string][]).flatMap(([role, words]) =>
    words.split('|').map((word): [string, ColumnRole] => [fold(word), role]),
  ),
);

/** What survey tools put before the names of their own columns ("_uuid", "__version__", "meta/instanceID"). */
const TOOL = /^(?:_{1,2}[a-z]\w{0,40}|(?:meta|formhub)\/\w{1,40}|\w{1,30}_time(?:stamp)?)$/iu;

/** The role that a header states, or null for one that asks something or is not known. */
export function roleOf(header: string): ColumnRole | null {
  const text = header.trim();
  if (text === '' || text.length > 80) return null;
  if (TOOL.test(text)) return 'tool';
  const own = ROLES.get(fold(text));
  if (own !== undefined) return own;
  // "Question / Country" in the corner of a sheet names its first column.
  const [first = ''] = text.split(/[/\\|]/u);
  return first === text ? null : (ROLES.get(fold(first)) ?? null);
}

/** True for a header of a column that holds the words of an answer. */
export function holdsAnswers(role: ColumnRole | null): boolean {
  return role === 'answer' || role === 'text' || role === 'detail';
}

const REQUEST =
  /^(?:please|kindly|describe|explain|indicate|specify|outline|list|provide|give|if (?:so|yes|not)|which|what|how|does|do|did|has|have|is|are|to what|veuillez|merci de|décrivez|indiquez|précisez|expliquez|le cas échéant|si oui|quel(?:le)?s?|comment|describa|indique|explique|sírvase|por favor|señale|especifique|qué|cuál(?:es)?|cómo|descreva|quais|qual|como|يرجى|الرجاء|اذكر|وضح|صف|ما|هل|كيف|опишите|укажите|пожалуйста|какие|каков|как|请|是否)(?!\p{L})/iu;

/** True when a text asks: it has a question mark, or begins as questions and requests do. */
export function asks(text: string): boolean {
  const words = text
    .slice(0, 400)
    .replace(/^[\s([]{0,3}(?:[\p{L}]?\p{Nd}{0,3}[.)\]:–-]{1,2}\s{0,3})?/u, '');
  return /[?؟？]/u.test(text) || REQUEST.test(words);
}

/** "Q12", "1.2", "a)", "Q3_b", "III": what numbers a question and says nothing. */
export function isNumber(text: string): boolean {
  return /^(?:[\p{L}]{0,4}[\s._-]?\p{Nd}{1,4}(?:[\s._-]?[\p{L}\p{Nd}]{1,3}){0,3}|\(?[\p{L}]|[IVX]{1,6})[.):-]{0,2}$/u.test(
    text.trim(),
  );
}

const SECTION =
  /^(?:section|part|chapter|pillar|cluster|theme|partie|chapitre|axe|volet|pilier|thème|sección|seccion|parte|capítulo|eje|pilar|secção|seção|eixo|objective|objectif|objetivo|раздел|часть|глава|цель|القسم|المحور|الجزء|الباب|الفصل|المجال|الهدف|أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|第)(?=[\s:.\p{Nd}ً一二三四五六七八九十]|$)/iu;

/** True for the title of a section as a row or column of its own states it. */
export function isSectionTitle(text: string): boolean {
  if (text.length > 200 || asks(text) || /[.;。]$/u.test(text)) return false;
  return (
    SECTION.test(text) ||
    /^(?:[IVX]{1,5}|[A-H])\s?[.):–—-]/u.test(text) ||
    (/\p{Lu}{2}/u.test(text) && text === text.toUpperCase())
  );
}

const NOTE =
  /^(?:\*|total|totals|grand total|subtotal|average|count|mean|note|notes|nb|n b|source|sources|legend|total général|totaux|moyenne|remarque|légende|nota|notas|fuente|fuentes|fonte|leyenda|promedio|المجموع|الإجمالي|المصدر|المصادر|ملاحظة|ملاحظات|итого|всего|примечание|примечания|источник|总计|合计|注|来源)(?=[\s:：.]|$)/iu;

/** True for what stands below a table: totals, notes, sources. */
export function isNote(text: string): boolean {
  return NOTE.test(text.trim());
}
