/** The versions of the editors that stand behind the matrix. */
import manifest from '../../package.json' with { type: 'json' };
import { EDITORS } from '../../tests/browser/insert/editors/index.ts';

const versions: Readonly<Record<string, string>> = manifest.devDependencies;

/** `quill 2.0.3, slate-react 0.146.1, …`, as package.json pins them. */
export function librariesInWords(): string {
  const names = new Set(EDITORS.flatMap(({ library }) => library ?? []));
  return [...names]
    .sort()
    .map((name) => `${name} ${versions[name] ?? '(not pinned)'}`)
    .join(', ');
}
