/** Words that frame pages in the languages of the reviews; each pattern is anchored or looks at a bounded text. */

const START = '^[\\s«»<>|:·•*^↑▲←→-]{0,6}';
const END = '[\\s.…:!|»>·•^↑▲→-]{0,6}$';

/** Whole lines that say what a page offers to do, not what its document says. */
const LINES = new RegExp(
  `${START}(?:${[
    '(?:back|return|go) to (?:the )?top(?: of (?:the )?page)?|top of (?:the )?page|skip to (?:the )?(?:main )?(?:content|navigation)',
    '(?:retour|revenir|aller|remonter) en haut(?: de (?:la )?page)?|haut de (?:la )?page|(?:aller|passer|accéder) au (?:contenu|menu)(?: principal)?',
    '(?:volver|ir|subir) arriba|volver al inicio|(?:ir|saltar|pasar) al contenido(?: principal)?',
    '(?:العودة|عودة|الرجوع) إلى (?:الأعلى|أعلى(?: الصفحة)?|بداية الصفحة)|أعلى الصفحة|(?:تجاوز|تخطى?|انتقل|الانتقال) إلى المحتوى(?: الرئيسي)?',
    'print(?:able)?(?: (?:this )?(?:page|version|article))?|(?:printer-friendly|print) version|version imprimable|imprimer(?: (?:la|cette) page)?',
    'imprimir(?: (?:la |esta )?página)?|versión (?:para imprimir|imprimible)|طباعة(?: الصفحة)?|نسخة للطباعة|اطبع(?: الصفحة)?',
    'share(?: (?:this(?: (?:page|article|post|content))?|(?:this )?(?:on|via) .{2,15}))?|partager(?: (?:sur .{2,15}|cet(?:te)? (?:page|article|contenu)|l.article|la page))?',
    'compartir(?: (?:en .{2,15}|est[ea] (?:página|artículo|contenido)|por .{2,15}))?|(?:شارك|مشاركة|شاركها?)(?: (?:على|عبر|المقال|الصفحة|الخبر|هذا|هذه)(?: .{1,15})?)?',
    'tweet(?:er)?|facebook|twitter|linkedin|whatsapp|telegram|instagram|youtube|rss|e-?mail(?: this page)?|send by e-?mail|envoyer (?:par courriel|à un ami)|enviar por (?:correo|e-?mail)',
    'read more|learn more|more|lire (?:la suite|plus)|en savoir plus|voir (?:plus|tout)|leer más|más información|ver más|(?:اقرأ|المزيد|لقراءة|قراءة) ?(?:المزيد)?',
    'previous(?: (?:page|article|post))?|next(?: (?:page|article|post))?|prev|précédent|suivant|(?:page|article) (?:précédente?|suivante?)|anterior|siguiente|السابق|التالي',
    'menu|main menu|search|close|open|home|accueil|inicio|الرئيسية|rechercher|recherche|buscar|fermer|cerrar|بحث|إغلاق|القائمة',
    'download(?: (?:the )?(?:pdf|document|file))?|télécharger(?: (?:le )?(?:pdf|document|fichier))?|descargar(?: (?:el )?(?:pdf|documento|archivo))?|(?:تحميل|تنزيل)(?: (?:الملف|الوثيقة))?',
    'you are here|vous êtes ici|está (?:usted )?(?:en|aquí)|usted está aquí|أنت هنا',
    'font size|text size|taille (?:du texte|de la police)|tamaño (?:del texto|de letra)|حجم الخط|[aA][+-](?:\\s?[aA][+-]?){0,3}',
    '(?:views?|hits|vues|lectures|visites?|visitas|lecturas|(?:عدد )?(?:المشاهدات|الزيارات|القراءات|مشاهدات))\\s?:?\\s?[\\p{Nd}.,]{1,12}',
    '\\[?(?:edit|modifier|editar|عدل)(?: (?:source|le code))?\\]?',
  ].join('|')})${END}`,
  'iu',
);

const DAY =
  '(?:\\p{Nd}{1,2}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{2,4}|\\p{Nd}{4}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{1,2}|' +
  '\\p{Nd}{1,2}(?:er|st|nd|rd|th)?\\s(?:de\\s)?[\\p{L}/]{3,20}\\.?,?\\s(?:de\\s|del\\s)?\\p{Nd}{4}|\\p{L}{3,10}\\.?\\s\\p{Nd}{1,2},?\\s\\p{Nd}{4})';
/** Lines that say when a page was made, and no more than that. */
const DATED = new RegExp(
  '^[\\s|-]{0,3}(?:(?:page )?last (?:updated|modified|reviewed)|updated|published|posted|submitted|date|(?:dernière )?(?:mise à jour|modification)|mise? (?:à jour|en ligne)|modifiée?|publiée?|' +
    'última (?:actualización|modificación)|actualizado|publicado|fecha(?: de publicación)?|آخر (?:تحديث|تعديل)|تاريخ (?:النشر|التحديث)|نشرت?)' +
    `\\s{0,2}:?\\s{0,2}(?:(?:on|le|el|the|at|in|du|de|في|بتاريخ|يوم)\\s)?(?:\\p{L}{2,10},?\\s)?${DAY}` +
    '(?:\\s?(?:[,|–-]|at|à|a las|by|par|por|\\p{Nd}{1,2}[:h])\\s?.{0,30})?$',
  'iu',
);

/** True for a line that is a page's own ("Back to top", "Print", "Last updated: 3 May 2021"). */
export function isPageLine(text: string): boolean {
  return text.length < 110 && (LINES.test(text) || DATED.test(text));
}

const RELATED = `${START}(?:${[
  'related (?:news|articles?|content|posts?|links?|pages?|documents?|stories|topics)|see also|you (?:may|might) also like|latest (?:news|posts?)|recent (?:news|posts?|articles?)|most read|in this section|follow us|contact us|quick ?links|useful links|leave a (?:comment|reply)|post a comment|newsletter|subscribe',
  '(?:articles?|actualités|contenus?|liens|pages|documents?) (?:similaires?|liée?s|connexes?|associée?s|récents?|récentes|utiles)|à lire (?:aussi|également)|voir aussi|lire aussi|sur le même (?:sujet|thème)|dernières (?:actualités|nouvelles|infos)|à la une|dans (?:cette|la même) rubrique|suivez-nous|contactez-nous|nous contacter|liens utiles|accès rapide|laisser un commentaire|lettre d.information|s.abonner',
  '(?:noticias|artículos|contenidos?|enlaces|documentos) (?:relacionad[oa]s?|recientes|de interés|similares)|ver también|véase también|le puede interesar|últimas noticias|lo más leído|en esta sección|síguenos|síganos|contáctenos|enlaces (?:rápidos|útiles)|dej[ae] un comentario|boletín|suscríbase',
  '(?:أخبار|مواضيع|مقالات|روابط|مواد|وثائق) (?:ذات صلة|متعلقة|مشابهة|مهمة|مفيدة|سريعة|هامة)|(?:اقرأ|انظر|شاهد) أيضا?ً?|آخر الأخبار|أحدث (?:الأخبار|المقالات)|الأكثر قراءة|تابعونا?|اتصلوا? بنا|اترك (?:تعليقا?ً?|ردا?ً?)|النشرة (?:البريدية|الإخبارية)',
].join('|')})`;
const OPENS_BESIDE = new RegExp(`${RELATED}(?!\\p{L})`, 'iu');
const BESIDE_TITLE = new RegExp(`${RELATED}${END}`, 'iu');
/** Single words that a sentence may begin with too. */
const BESIDE_WORD = new RegExp(
  `${START}(?:share|tags|comments|newsletter|contact|partager|mots[- ]clés|étiquettes|commentaires|compartir|etiquetas|comentarios|contacto|الوسوم|الكلمات المفتاحية|شارك|التعليقات)${END}`,
  'iu',
);

/** True for the title of a list of links to other pages, of a comment form, of ways to follow or to reach the site. */
export function isBesideTitle(text: string): boolean {
  return text.length < 80 && (BESIDE_TITLE.test(text) || BESIDE_WORD.test(text));
}

/** True where the words of a box begin with such a title. */
export function opensBeside(text: string): boolean {
  return OPENS_BESIDE.test(text.slice(0, 100));
}

const LEGAL =
  /©|\(c\) ?(?:19|20)\d\d|copyright\s{0,3}(?:©|\(c\)|:|(?:19|20)\d\d)|all rights reserved|tous droits réservés|(?:todos los )?derechos reservados|(?:جميع|كافة|كل) الحقوق محفوظة|حقوق (?:النشر|الطبع) محفوظة/iu;
const CONTACT =
  /(?:^|[\s(|–-])(?:tél(?:éphone)?|tel(?:éfono|ephone)?|phone|fax|e-?mail|courriel|correo(?: electrónico)?|b\.?\s?p\.?|p\.?\s?o\.?\s?box|webmaster|webmestre|هاتف|الهاتف|فاكس|الفاكس|البريد(?: الإ?لكتروني)?|ص\.?\s?ب\.?)\s{0,2}(?:[.:]{1,2}\s{0,2}[+(@\p{Nd}\p{L}]|[+(]?\s?\p{Nd})|[\p{L}\p{N}._-]{1,40}@[\p{L}\p{N}-]{1,40}\./giu;
const COOKIES =
  /(?:we use|uses|utilis\w{1,4}|usa(?:mos)?|utiliza(?:mos)?|نستخدم|يستخدم)(?:\s\S{1,20}){0,4}\s(?:cookies|témoins de connexion|ملفات تعريف الارتباط|الكوكيز)|(?:cookies|témoins de connexion|ملفات تعريف الارتباط)(?:\s\S{1,20}){0,12}\s(?:accept|experience|expérience|experiencia|consent|موافق|تجربت)/iu;

/** True for words at a page's edge that name its owner, its address or its cookies. */
export function isImprint(text: string, words: number): boolean {
  if (words <= 60 && LEGAL.test(text)) return true;
  // One telephone number may stand in an answer; an address has more.
  const contacts = words <= 60 ? (text.match(CONTACT)?.length ?? 0) : 0;
  if (contacts > 1 || (contacts > 0 && words <= 10)) return true;
  return words <= 120 && COOKIES.test(text);
}
