import { useEffect, useState } from 'preact/hooks';

/** Whether an animation plays: while the pointer or the focus is on it, unless the person wants less motion. */
export function useMotion(element: { readonly current: HTMLElement | null }): boolean {
  const [plays, setPlays] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    const look = (): void => setPlays(!calm.matches && current.matches(':hover, :focus'));
    const events = ['pointerenter', 'pointerleave', 'focus', 'blur'] as const;
    for (const event of events) current.addEventListener(event, look);
    calm.addEventListener('change', look);
    return () => {
      for (const event of events) current.removeEventListener(event, look);
      calm.removeEventListener('change', look);
    };
  }, [element]);
  return plays;
}
