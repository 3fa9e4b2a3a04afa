/** Bundles the program and the style of report.html; run by `npm run build`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** One file of the page, made small. */
async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src', 'page', entry)],
    bundle: true,
    minify: true,
    write: false,
    charset: 'ascii',
    format: 'iife',
    target: ['chrome109', 'firefox115', 'safari16'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    absWorkingDir: root,
  });
  return outputFiles[0]?.text ?? '';
}

const page = { script: await bundled('main.tsx'), style: await bundled('style.css') };
const target = join(root, 'dist', 'page', 'page.json');
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, JSON.stringify(page));
console.log(
  `page: ${(page.script.length / 1000).toFixed(0)} kB script, ${(page.style.length / 1000).toFixed(0)} kB style`,
);
