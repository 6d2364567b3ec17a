import { useEffect, useEffectEvent, useRef } from 'react';
import { Button } from '../../../web/ui/button.tsx';
import styles from './load-more.module.css';
import type { OneOnOneList } from './use-one-on-ones.ts';

/** Loads the next page when one comes near the end; the button is for who does not scroll. */
export function LoadMore({ list }: { list: OneOnOneList }) {
  const place = useRef<HTMLDivElement>(null);
  const reached = useEffectEvent(list.loadMore);
  const { hasMore } = list;
  useEffect(() => {
    const { current } = place;
    if (current === null || !hasMore) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) reached();
      },
      { rootMargin: '400px' },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [hasMore]);
  if (!hasMore) return null;
  return (
    <div ref={place} className={styles.more}>
      <Button onPress={list.loadMore} isPending={list.isLoadingMore}>
        Load more
      </Button>
    </div>
  );
}
