import { findFurniture, type Page } from './html/furniture.js';
import { measure } from './html/measure.js';
import { findNotes, idsOf } from './html/notes.js';
import { findPanels } from './html/panels.js';
import { parseSheets } from './html/styles.js';
import { findTables } from './html/tables.js';
import { MAX_DEPTH, parseTree, type Tree } from './html/tree.js';
import { walk, type Walked, type WalkSettings } from './html/walk.js';
import type { Extracted, ReadIssue } from './types.js';
import { wrapWidth } from './wrap.js';

/** What kind of HTML is read. */
export interface HtmlOptions {
  /** True for a page, whose navigation, banners and footers are left out; false for a converted file, all of whose words count. */
  readonly furniture?: boolean;
}

/**
 * Reads HTML: headings, paragraphs, nested lists, table cells, footnotes. Of a
 * page, what frames its document is left out. Issue GCM133 where tags are
 * nested deeper than any that a person wrote.
 */
export function readHtml(html: string, options: HtmlOptions = {}): Extracted {
  const tree = parseTree(html);
  const page = pageOf(tree);
  const left = (options.furniture ?? true) ? findFurniture(page) : new Map<number, never>();
  const sheet = parseSheets(tree.sheets);
  let walked = walkWrapped(page, { sheet, left, width: 0 });
  // Rules that take all of a page's words have misread it.
  if (walked.blocks.length === 0 && left.size > 0)
    walked = walkWrapped(page, { sheet, left: new Map(), width: 0 });
  const { text, blocks, dropped } = walked;
  const issues = tree.depth > MAX_DEPTH ? [tooDeep()] : [];
  return { text, blocks, dropped, issues };
}

function pageOf(tree: Tree): Page {
  const ids = idsOf(tree);
  const notes = findNotes(tree, ids);
  const panels = findPanels(tree, ids);
  const isControl = (at: number): boolean =>
    notes.marks.has(at) || panels.titles.has(at) || panels.silent.has(at);
  const measures = measure(tree, isControl);
  return { tree, notes, panels, measures, tables: findTables(tree, measures) };
}

/** Walks again with the column at which line breaks wrap the lines, where they do. */
function walkWrapped(page: Page, settings: WalkSettings): Walked {
  const walked = walk(page, settings);
  const width = wrapWidth(walked.broken);
  return width === 0 ? walked : walk(page, { ...settings, width });
}

function tooDeep(): ReadIssue {
  return {
    id: 'GCM133',
    severity: 'warning',
    message: `Tags are nested more than ${MAX_DEPTH} deep; those below were read as if they were not.`,
    hint: 'Check the statements; a program has likely left tags open.',
    place: null,
  };
}
