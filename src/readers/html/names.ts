import type { DropReason } from '../types.js';
import { classesOf, styleOf } from './styles.js';
import type { Attributes, Node } from './tree.js';

/** What an element's tag, role, class or id says of it: why it may be left out, and how surely. */
export interface Furniture {
  readonly reason: DropReason;
  /** `tag`: HTML's own meaning; `name`: a class or id that means nothing else; `links`: one that means links; `hint`: one that content may have too. */
  readonly by: 'tag' | 'name' | 'links' | 'hint';
}

const TAGS = new Map<string, DropReason>([
  ['nav', 'navigation'],
  ['header', 'header or footer'],
  ['footer', 'header or footer'],
  ['aside', 'navigation'],
  ['search', 'navigation'],
  ['menu', 'navigation'],
  ['dialog', 'navigation'],
]);
const ROLES = new Map<string, DropReason>([
  ['navigation', 'navigation'],
  ['menu', 'navigation'],
  ['menubar', 'navigation'],
  ['search', 'navigation'],
  ['complementary', 'navigation'],
  ['dialog', 'navigation'],
  ['alertdialog', 'navigation'],
  ['toolbar', 'navigation'],
  ['banner', 'header or footer'],
  ['contentinfo', 'header or footer'],
]);

const alternatives = (...lists: string[]): string => lists.join(' ').split(' ').join('|');

/** Words of class names and ids that mean the frame of a page wherever they stand in the name. */
const NAVIGATION = new RegExp(
  `(?:^|-)(?:${alternatives(
    'nav navbar navigation navs menu menus submenu megamenu menubar mainmenu topmenu sidemenu navmenu topnav sidenav leftnav quicklaunch',
    'breadcrumb breadcrumbs ariane migas migajas skiplink skiplinks pager pagination pagenavigation paginacion addtoany sharethis addthis',
    'sharedaddy tagcloud toolbar searchform searchbox buscador languageswitcher langswitcher editsection',
  )})(?:-|$)`,
  'u',
);
/** The same for boxes whose own words may be many. */
const BOXES = new RegExp(
  `(?:^|-)(?:${alternatives(
    'sidebar sidebars relatedposts offcanvas cookie cookies cookieconsent gdpr rgpd onetrust newsletter popup modal lightbox',
  )})(?:-|$)`,
  'u',
);
const FRAME =
  /^(?:(?:site|page|global|main|gov)-?)?(?:footer|colophon|pie|pied|masthead|topbar)(?:-(?:wrapper|container|area|inner|top|bottom|main|menu|widgets?|section|page|de-page|de-pagina))?$|^(?:site|global)-header|^pie-?de-?pagina$|^pied-?de-?page$|^copyrights?$|^region-(?:footer|header|banner)$|^s4-ribbonrow$|^container-(?:header|footer)$/u;
/** Names that are furniture where the words bear it out. */
const HINTS = new RegExp(
  `^(?:${alternatives(
    'header banner bandeau banniere cabecera encabezado branding site-branding logo top entete en-tete pie',
    'social socials social-links social-icons social-media social-share share shares share-buttons share-links partage partager compartir',
    'search search-block recherche busqueda language languages lang langs langue langues idioma idiomas language-switcher lang-switcher',
    'related related-content related-news similar comments comment-list tags post-tags entry-tags categories widget widgets moduletable block-menu',
    'print print-link imprimer imprimir icons actions tools links inline-links toc table-of-contents sommaire ads advert advertisement publicite',
    'news latest-news latest actualites noticias recent login connexion secondary tertiary partners partenaires back-to-top backtotop totop',
    'post-navigation nav-links page-tools page-actions document-actions viewlet secmenu sec-menu alert alerts notification',
  )})$`,
  'u',
);
const META = new RegExp(
  `^(?:${alternatives(
    'entry-meta post-meta article-meta meta entry-date post-date date pubdate published posted-on submitted byline author vcard',
    'entry-footer post-footer article-info field-name-field-tags field-tags',
    'last-updated last-modified lastmod updated modified entry-utility content-info page-info dateline',
  )})$`,
  'u',
);

/** Names of what is laid out for ears alone. */
const UNSEEN =
  /^(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|screen-reader-only|element-invisible|element-hidden|assistive-text|a11y-hidden)$/u;

/** What an element says of itself; null for what may be content. Elements of tables and headings say nothing. */
export function furnitureOf({ name, attributes }: Node): Furniture | null {
  const role = attributes['role'] ?? '';
  const byRole =
    ROLES.get(role) ?? (role === '' || role === 'presentation' ? TAGS.get(name) : undefined);
  if (byRole !== undefined) return { reason: byRole, by: 'tag' };
  if (EXEMPT.test(name) || /^(?:main|article|document|feed|region)$/u.test(role)) return null;
  let hint: Furniture | null = null;
  for (const token of namesOf(attributes)) {
    if (/(?:^|-)(?:has|with|no|without|open|is)-/u.test(token)) continue;
    if (NAVIGATION.test(token)) return { reason: 'navigation', by: 'links' };
    if (BOXES.test(token)) return { reason: 'navigation', by: 'name' };
    if (FRAME.test(token)) return { reason: 'header or footer', by: 'name' };
    if (META.test(token)) hint ??= { reason: 'decoration', by: 'hint' };
    if (HINTS.test(token)) hint = { reason: 'navigation', by: 'hint' };
  }
  return hint;
}

/** Page, content and table elements: their names tell of looks or of what is beside them. */
const EXEMPT =
  /^(?:|#root|html|body|main|article|h[1-6]|tr|th|thead|tbody|tfoot|caption|table|li|dt|dd|a|sup|em|b|i|strong|font)$/u;

/** True for an element that names itself as the page's reader comments. */
export function isComments({ attributes }: Node): boolean {
  return namesOf(attributes).some((token) =>
    /^(?:comments?|comments?-(?:area|section|form|list|respond|wrapper)|respond|disqus-thread)$/u.test(
      token,
    ),
  );
}

/** True for a box that opens over the page: its words are not the page's. */
export function isOverlay({ attributes }: Node): boolean {
  const role = attributes['role'] ?? '';
  if (/dialog|menu|navigation|search/u.test(role)) return true;
  return namesOf(attributes).some(
    (token) =>
      NAVIGATION.test(token) ||
      BOXES.test(token) ||
      /(?:^|-)(?:dropdown|overlay|drawer|search)(?:-|$)/u.test(token),
  );
}

/** True for "sr-only" and its like. */
export function isUnseen({ attributes }: Node): boolean {
  return classesOf(attributes).some((one) => UNSEEN.test(one.toLowerCase()));
}

/** True where the page itself says that a browser does not show the element, at first at least. */
export function isHidden({ attributes }: Node): boolean {
  if (attributes['aria-hidden'] === 'true') return true;
  if ('hidden' in attributes && attributes['hidden'] !== 'until-found') return true;
  const style = styleOf(attributes);
  return style !== '' && /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/iu.test(style);
}

/** The first classes and the id, as lower-case words joined by hyphens: "mainMenu_2" is "main-menu". */
export function namesOf(attributes: Attributes): string[] {
  const id = attributes['id'];
  const names =
    id === undefined ? classesOf(attributes) : [...classesOf(attributes), id.slice(0, 200)];
  return names.map((name) =>
    name
      .replace(/(?<=[a-z])(?=[A-Z])/gu, '-')
      .toLowerCase()
      .replace(/[_:.\s]+|-{2,}/gu, '-')
      .replace(/-\d{1,9}(?=-|$)/gu, ''),
  );
}
