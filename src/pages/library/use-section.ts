import { useEffect, useState } from 'preact/hooks';
import type { Section } from './sections.ts';

/** The section that the address names, the first when it names none; follows the address. */
export function useSection(sections: readonly [Section, ...Section[]]): Section {
  const named = (): Section => sections.find(({ id }) => location.hash === `#${id}`) ?? sections[0];
  const [section, setSection] = useState(named);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sections are a constant
  useEffect(() => {
    const follow = (): void => setSection(named());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return section;
}
