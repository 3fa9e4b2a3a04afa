/** Compiles the shipped taxonomy; run by `npm run build`. */
import { TaxonomyError, writeCompiled } from '../adapters/taxonomy.js';

try {
  const { info } = await writeCompiled();
  console.log(
    `taxonomy ${info.id} ${info.version} (${info.hash}): ${info.codes.length} codes, ${info.languages.join(' ')}`,
  );
} catch (error) {
  if (!(error instanceof TaxonomyError)) throw error;
  for (const { document, place, message, hint } of error.problems)
    console.error(`${document ?? ''}:${place ?? ''}: ${message}\n  ${hint}`);
  process.exitCode = 2;
}
