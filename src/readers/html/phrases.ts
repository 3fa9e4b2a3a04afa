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
    "share(?: (?:this|on|via|the)(?: .{1,30})?)?|partager(?: (?:sur|cette|cet|la|l’|l')(?: ?.{1,30})?)?|compartir(?: (?:en|esta|este|por)(?: .{1,30})?)?|(?:شارك|مشاركة|شاركها?)(?: .{1,25})?",
    'tweet(?:er)?|facebook|twitter|linkedin|whatsapp|telegram|instagram|youtube|rss|e-?mail(?: this page)?|send by e-?mail|envoyer (?:par courriel|à un ami)|enviar por (?:correo|e-?mail)',
    'read more|learn more|more|lire (?:la suite|plus)|en savoir plus|voir (?:plus|tout)|leer más|más información|ver más|(?:اقرأ|المزيد|لقراءة|قراءة) ?(?:المزيد)?',
    'previous(?: (?:page|article|post))?|next(?: (?:page|article|post))?|prev|précédent|suivant|(?:page|article) (?:précédente?|suivante?)|anterior|siguiente|السابق|التالي',
    'menu|main menu|search|close|open|home|accueil|inicio|الرئيسية|rechercher|recherche|buscar|fermer|cerrar|بحث|إغلاق|القائمة',
    'download(?: (?:the )?(?:pdf|document|file))?|télécharger(?: (?:le )?(?:pdf|document|fichier))?|descargar(?: (?:el )?(?:pdf|documento|archivo))?|(?:تحميل|تنزيل)(?: (?:الملف|الوثيقة))?',
    'you are here|vous êtes ici|está (?:usted )?(?:en|aquí)|usted está aquí|أنت هنا',
    'font size|text size|taille (?:du texte|de la police)|tamaño (?:del texto|de letra)|حجم الخط|[aA][+-](?:\\s?[aA][+-]?){0,3}',
    '\\[?(?:edit|modifier|editar|عدل)(?: (?:source|le code))?\\]?',
  ].join('|')})${END}`,
  'iu',
);

/** Lines that say when a page was made; a sentence that begins so ends in a point and has a verb. */
const DATED =
  /^[\s|-]{0,3}(?:last (?:updated|modified|reviewed)|page last \p{L}{1,12}|updated|published|posted|date|(?:dernière )?(?:mise à jour|modification)|mis(?:e)? (?:à jour|en ligne)|modifié|publié(?:e)?|última (?:actualización|modificación)|actualizado|publicado|fecha(?: de publicación)?|آخر (?:تحديث|تعديل)|تاريخ (?:النشر|التحديث)|نشر(?:ت)?)(?![\p{L}])[^;]{0,60}\p{Nd}[^;]{0,25}$/iu;

/** True for a line that is a page's own ("Back to top", "Print", "Last updated: 3 May 2021"). */
export function isPageLine(text: string): boolean {
  return text.length < 110 && (LINES.test(text) || (DATED.test(text) && !/\.\s*$/u.test(text)));
}

const RELATED = `${START}(?:${[
  'related (?:news|articles?|content|posts?|links?|pages?|documents?|stories|topics)|see also|you (?:may|might) also like|latest (?:news|posts?)|recent (?:news|posts?|articles?)|most read|in this section|follow us|contact us|quick ?links|useful links|tags|share(?: this)?(?: page)?|leave a (?:comment|reply)|post a comment|newsletter|subscribe',
  '(?:articles?|actualités|contenus?|liens|pages|documents?) (?:similaires?|liée?s|connexes?|associée?s|récents?|récentes|utiles)|à lire (?:aussi|également)|voir aussi|lire aussi|sur le même (?:sujet|thème)|dernières (?:actualités|nouvelles|infos)|à la une|dans (?:cette|la même) rubrique|suivez-nous|contactez-nous|nous contacter|liens utiles|accès rapide|mots[- ]clés|étiquettes|partager(?: .{1,20})?|laisser un commentaire|lettre d.information|s.abonner',
  '(?:noticias|artículos|contenidos?|enlaces|documentos) (?:relacionad[oa]s?|recientes|de interés|similares)|ver también|véase también|le puede interesar|últimas noticias|lo más leído|en esta sección|síguenos|síganos|contáctenos|contacto|enlaces (?:rápidos|útiles)|etiquetas|compartir(?: .{1,20})?|dej[ae] un comentario|boletín|suscríbase',
  '(?:أخبار|مواضيع|مقالات|روابط|مواد|وثائق) (?:ذات صلة|متعلقة|مشابهة|مهمة|مفيدة|سريعة|هامة)|(?:اقرأ|انظر|شاهد) أيضا?ً?|آخر الأخبار|أحدث (?:الأخبار|المقالات)|الأكثر قراءة|تابعونا?|اتصلوا? بنا|الوسوم|الكلمات المفتاحية|شارك(?: .{1,20})?|اترك (?:تعليقا?ً?|ردا?ً?)|النشرة (?:البريدية|الإخبارية)',
].join('|')})`;
const OPENS_BESIDE = new RegExp(RELATED, 'iu');
const BESIDE_TITLE = new RegExp(`${RELATED}${END}`, 'iu');

/** True for the title of a list of links to other pages, of a comment form, of ways to follow or to reach the site. */
export function isBesideTitle(text: string): boolean {
  return text.length < 80 && BESIDE_TITLE.test(text);
}

/** True where the words of a box begin with such a title. */
export function opensBeside(text: string): boolean {
  return OPENS_BESIDE.test(text.slice(0, 100));
}

const LEGAL =
  /©|\(c\) ?(?:19|20)\d\d|copyright|all rights reserved|tous droits réservés|(?:todos los )?derechos reservados|(?:جميع|كافة|كل) الحقوق محفوظة|حقوق (?:النشر|الطبع)|mentions légales|aviso legal|legal notice|privacy policy|politique de confidentialité|política de privacidad|سياسة الخصوصية/iu;
const CONTACT =
  /(?:^|[\s(|–-])(?:tél(?:éphone)?|tel(?:éfono|ephone)?|phone|fax|e-?mail|courriel|correo(?: electrónico)?|b\.?\s?p\.?|p\.?\s?o\.?\s?box|webma[ís]?s?ter|webmestre|هاتف|الهاتف|فاكس|الفاكس|البريد(?: الإ?لكتروني)?|ص\.?\s?ب\.?)\s{0,2}[.:]{0,2}\s{0,2}[+(@\p{Nd}\p{L}]/iu;
const COOKIES =
  /(?:we use|uses|utilis\w{1,4}|usa(?:mos)?|utiliza(?:mos)?|نستخدم|يستخدم)(?:\s\S{1,20}){0,4}\s(?:cookies|témoins|ملفات تعريف الارتباط|الكوكيز)|(?:cookies|témoins de connexion|ملفات تعريف الارتباط)(?:\s\S{1,20}){0,12}\s(?:accept|experience|expérience|experiencia|consent|موافق|تجربت)/iu;

/** True for words at a page's edge that name its owner, its address or its cookies. */
export function isImprint(text: string, words: number): boolean {
  if (words <= 60 && (LEGAL.test(text) || CONTACT.test(text))) return true;
  return words <= 120 && COOKIES.test(text);
}
