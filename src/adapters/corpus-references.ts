/** What drafts and translations name: ids of other documents of their corpus, as it writes them. */
import { posix } from 'node:path';
import { documentId } from '../readers/index.js';
import type { Input } from './corpus.js';

type Named = Input & { readonly id: string };

/**
 * Puts the ids that documents have in the run for those that a corpus.yaml writes:
 * a document is named after its path where others share its name. What names no
 * document is left as it is.
 * @param written the inputs with the ids that their descriptions give
 */
export function withReferences(named: readonly Named[], written: readonly Input[]): Named[] {
  const idOf = new Map(named.map(({ path, id }) => [path, id]));
  return named.map((input) => {
    const { versionOf, translationOf } = input.metadata;
    if (versionOf === undefined && translationOf === undefined) return input;
    const siblings = written.filter(({ corpus }) => corpus === input.corpus);
    const resolve = (name: string): string => {
      const path = pathOf(name, siblings);
      return (path === null ? undefined : idOf.get(path)) ?? name;
    };
    const metadata = {
      ...input.metadata,
      ...(versionOf === undefined ? {} : { versionOf: resolve(versionOf) }),
      ...(translationOf === undefined ? {} : { translationOf: resolve(translationOf) }),
    };
    return { ...input, metadata };
  });
}

/** The path of the one document that is called so: by its id, its file's name or its file. */
function pathOf(name: string, inputs: readonly Input[]): string | null {
  const ways: ((input: Input) => boolean)[] = [
    ({ id }) => id === name,
    ({ id, path }) => id === null && documentId(path) === name,
    ({ path }) => posix.basename(path) === name,
    ({ path, corpus }) => posix.join(posix.dirname(corpus ?? ''), name) === path,
  ];
  for (const is of ways) {
    const [found, other] = inputs.filter(is);
    if (found !== undefined && other === undefined) return found.path;
  }
  return null;
}
