import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';

/** Shows, and so loads, what it holds when one comes near it, prints, or it is wanted; until then nothing but its place. */
export function OnSight({ isWanted = false, children }: { isWanted?: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  if (isWanted && !isNear) setNear(true);
  useEffect(() => {
    const { current } = place;
    if (current === null || isNear) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '300px' },
    );
    observer.observe(current);
    const show = () => setNear(true);
    globalThis.addEventListener('beforeprint', show);
    return () => {
      observer.disconnect();
      globalThis.removeEventListener('beforeprint', show);
    };
  }, [isNear]);
  return (
    <div ref={place}>{isNear && <Suspense fallback={<i data-arriving hidden />}>{children}</Suspense>}</div>
  );
}
