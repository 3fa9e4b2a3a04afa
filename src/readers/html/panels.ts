import { HEADINGS } from './elements.js';
import { textOf } from './measure.js';
import { isHidden, isOverlay, namesOf } from './names.js';
import type { Node, Tree } from './tree.js';

/** Answers that a page shows on demand: accordions and tabs, and what opens them. */
export interface Panels {
  /** Controls that are the title of what follows them. */
  readonly titles: ReadonlySet<number>;
  /** Titles of panels whose controls stand elsewhere, by the panel's place. */
  readonly labels: ReadonlyMap<number, string>;
  /** Controls whose words are said at their panels. */
  readonly silent: ReadonlySet<number>;
  /** Elements that are hidden only until a reader opens them. */
  readonly opened: ReadonlySet<number>;
}

interface Pair {
  readonly control: number;
  readonly panel: number;
}

const LONGEST_TITLE = 400;

/** Finds the panels of a page: those that a control names, and hidden ones right below a heading or a question. */
export function findPanels(tree: Tree, ids: ReadonlyMap<string, number>): Panels {
  const panels = {
    titles: new Set<number>(),
    labels: new Map<number, string>(),
    silent: new Set<number>(),
    opened: new Set<number>(),
  };
  const pairs = pairsOf(tree, ids);
  for (const [at, { control, panel }] of pairs.entries()) {
    panels.opened.add(panel);
    if (panel < control) continue;
    if (!isApart(pairs, at, tree)) {
      if (!isInHeading(tree, control)) panels.titles.add(control);
      continue;
    }
    const label = textOf(tree, control, LONGEST_TITLE);
    panels.silent.add(control);
    if (!textOf(tree, panel, LONGEST_TITLE).startsWith(label)) panels.labels.set(panel, label);
  }
  openBelowTitles(tree, panels.opened, panels.titles);
  return panels;
}

/** Controls with their panels in the order of the controls; one control for each panel. */
function pairsOf(tree: Tree, ids: ReadonlyMap<string, number>): Pair[] {
  const pairs: Pair[] = [];
  const taken = new Set<number>();
  tree.nodes.forEach((node, control) => {
    if (node.name === '' || !hasControls(node)) return;
    for (const id of controlled(node)) {
      const panel = ids.get(id);
      if (panel === undefined || taken.has(panel) || !isPanel(tree, node, panel)) continue;
      if (textOf(tree, control, 40) === '') continue;
      taken.add(panel);
      pairs.push({ control, panel });
    }
  });
  return pairs;
}

/** A look at what most elements lack, before anything is made. */
function hasControls({ name, attributes }: Node): boolean {
  return (
    name === 'a' ||
    'aria-controls' in attributes ||
    'data-target' in attributes ||
    'data-bs-target' in attributes
  );
}

/** The ids that an element says it opens. */
function controlled({ name, attributes }: Node): string[] {
  const targets = [
    attributes['data-target'],
    attributes['data-bs-target'],
    name === 'a' ? attributes['href'] : '',
  ];
  const ids = targets.flatMap((one) =>
    one?.startsWith('#') === true && one.length > 1 ? [one.slice(1)] : [],
  );
  return [...(attributes['aria-controls']?.slice(0, 500).split(/\s+/u) ?? []), ...ids];
}

function isPanel(tree: Tree, control: Node, place: number): boolean {
  const panel = tree.nodes[place];
  if (panel === undefined || isOverlay(panel) || /^(?:nav|form|input|a)$/u.test(panel.name))
    return false;
  if (HEADINGS.has(panel.name) || panel.name === 'main' || panel.name === 'body') return false;
  if (isMenu(tree, place)) return false;
  if (isHidden(panel) || panel.attributes['role'] === 'tabpanel') return true;
  if (
    namesOf(panel.attributes).some((one) =>
      /^(?:tab-?pane|tab-?panel|tab-?content|collapse|accordion-.{1,20}|panel-collapse|toggle-content)$/u.test(
        one,
      ),
    )
  )
    return true;
  return control.name === 'button' || 'aria-expanded' in control.attributes;
}

/** True for an element most of whose letters stand in links. */
function isMenu({ nodes }: Tree, at: number): boolean {
  const end = Math.min(nodes[at]?.end ?? at, at + 3000);
  let [linkEnd, linked, all] = [at, 0, 0];
  for (let place = at; place < end; place++) {
    const node = nodes[place];
    if (node === undefined) break;
    if (node.name === 'a' && node.attributes['href'] !== undefined) linkEnd = node.end;
    if (node.name !== '') continue;
    const letters = node.text.trim().length;
    all += letters;
    if (place < linkEnd) linked += letters;
  }
  return linked > 0.6 * all;
}

/** True where other controls or panels stand between the two: then the control is a tab. */
function isApart(pairs: readonly Pair[], at: number, { nodes }: Tree): boolean {
  const { control, panel } = pairs[at] ?? { control: 0, panel: 0 };
  const end = nodes[control]?.end ?? control;
  const between = (place: number | undefined): boolean =>
    place !== undefined && place >= end && place < panel;
  return between(pairs[at + 1]?.control) || between(pairs[at - 1]?.panel);
}

function isInHeading({ nodes }: Tree, at: number): boolean {
  let place = nodes[at]?.parent ?? 0;
  for (let turn = 0; turn < 5 && place > 0; turn++) {
    if (/^(?:h[1-6]|dt|summary)$/u.test(nodes[place]?.name ?? '')) return true;
    place = nodes[place]?.parent ?? 0;
  }
  return false;
}

/** A hidden element right below a heading, a button or a question is its answer. */
function openBelowTitles(tree: Tree, opened: Set<number>, titles: Set<number>): void {
  const last = new Map<number, number>();
  tree.nodes.forEach((node, at) => {
    if (node.name === '') return;
    const before = last.get(node.parent);
    last.set(node.parent, at);
    if (before === undefined || opened.has(at) || !isHidden(node) || isOverlay(node)) return;
    if (!isTitle(tree, before)) return;
    opened.add(at);
    if (tree.nodes[before]?.name === 'button') titles.add(before);
  });
}

function isTitle(tree: Tree, at: number): boolean {
  const { name = '', end = at } = tree.nodes[at] ?? {};
  const text = textOf(tree, at, LONGEST_TITLE);
  if (text === '' || text.length >= LONGEST_TITLE) return false;
  if (/^(?:h[1-6]|button|dt|summary)$/u.test(name) || /[?؟？]$/u.test(text)) return true;
  return tree.nodes.slice(at + 1, Math.min(end, at + 6)).some((inner) => HEADINGS.has(inner.name));
}
